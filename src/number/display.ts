/** The two symbols by which a value shows itself: to Node's console and to a Jupyter kernel. Both are global, so nothing has to be imported. */

/** Node's `util.inspect` calls the method of this name. @internal */
export const NODE_INSPECT: unique symbol = /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom");

/** Deno's Jupyter kernel calls the method of this name, and shows the bundle of MIME types that it returns. @internal */
export const JUPYTER_DISPLAY: unique symbol = /* @__PURE__ */ Symbol.for("Jupyter.display");
