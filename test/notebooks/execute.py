"""Executes the cells of notebooks in Deno's kernel, and prints what each cell put out, as JSON.

    execute.py DENO FOLDER NOTEBOOK...

The kernel runs in FOLDER, in which the notebooks' imports are found. `jupyter nbconvert --execute` will not do: Deno's kernel now and then sends a result
just after it has called itself idle, and nbconvert stops listening at that word. Here, 0.1 s of silence after it must pass.
"""

import json
import os
import queue
import sys
import tempfile
import time

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

PATIENCE = 60
SILENCE = 0.1


class Deno(KernelSpecManager):
    """The one kernel there is, without anything installed in anybody's home."""

    deno = ""

    def get_kernel_spec(self, kernel_name):
        return KernelSpec(argv=[self.deno, "jupyter", "--kernel", "--conn", "{connection_file}"], display_name="Deno", language="typescript")


def execute(client, code):
    """What one cell puts out, in order."""
    sent = client.execute(code)
    outputs = []
    idle_since = None
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if idle_since is not None and time.monotonic() - idle_since > SILENCE:
            return outputs
        try:
            message = client.get_iopub_msg(timeout=SILENCE / 2)
        except queue.Empty:
            continue
        if message["parent_header"].get("msg_id") != sent:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            idle_since = time.monotonic()
        elif kind in ("execute_result", "display_data"):
            outputs.append({"output_type": kind, "data": content["data"]})
        elif kind == "stream":
            outputs.append({"output_type": "stream", "name": content["name"], "text": content["text"]})
        elif kind == "error":
            outputs.append({"output_type": "error", "ename": content["ename"], "evalue": content["evalue"], "traceback": content["traceback"]})
    raise TimeoutError(f"No end of this cell within {PATIENCE} s:\n{code}")


def run(deno, folder, path):
    """What every code cell of one notebook puts out, in a kernel of its own."""
    with open(path, encoding="utf-8") as file:
        notebook = json.load(file)
    specs = Deno()
    specs.deno = deno
    with tempfile.TemporaryDirectory() as scratch:
        kernel = KernelManager(kernel_name="deno", kernel_spec_manager=specs, connection_file=os.path.join(scratch, "connection.json"))
        kernel.start_kernel(cwd=folder, stdout=sys.stderr, stderr=sys.stderr, env={**os.environ, "NO_COLOR": "1"})
        client = kernel.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=PATIENCE)
            return [execute(client, "".join(cell["source"])) for cell in notebook["cells"] if cell["cell_type"] == "code"]
        finally:
            client.stop_channels()
            kernel.shutdown_kernel(now=True)


if __name__ == "__main__":
    json.dump([run(sys.argv[1], sys.argv[2], path) for path in sys.argv[3:]], sys.stdout)
