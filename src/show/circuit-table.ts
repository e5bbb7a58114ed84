/** An adjusted circuit as lines of cells. */
import { figuresOf } from "../adjust/circuit-blocks.ts";
import type { AdjustedQuantity, Circuit, EstimatedShare } from "../adjust/circuit.ts";
import { HeadgradeError, shown } from "../error.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { digits } from "./digits.ts";

const TABLES = ["streams", "figures"] as const;

/** @internal */
export function circuitTable(circuit: Circuit, table: (typeof TABLES)[number] = "streams"): readonly (readonly string[])[] {
  switch (table) {
    case "streams": return streams(circuit);
    case "figures": return figures(circuit);
    default: {
      const given: unknown = table;
      throw new HeadgradeError("unknown-option", `Unknown table ${shown(given)}: a circuit has ${TABLES.join(", ")}.`, { given, expected: TABLES });
    }
  }
}

function streams({ streams: all, components }: Circuit): readonly (readonly string[])[] {
  return [
    [
      "stream", "from", "to", "unit", "measured", "measured standard", "adjusted", "standard", "status", "eliminated", "split %", "split standard %",
      ...components.flatMap((name) => [`${name} unit`, `${name} measured`, `${name} adjusted`, `${name} standard`, `${name} recovery %`, `${name} recovery standard %`]),
    ],
    ...all.map(({ name, from, to, mass, assays, split, recoveries }) => [
      name, from ?? "", to ?? "", unitOf(mass), digits(mass.measured?.exact), digits(mass.measuredStandard?.exact), digits(mass.adjusted?.exact),
      digits(mass.standard?.exact), mass.status, mass.eliminated ? "yes" : "", ...percent(split),
      ...components.flatMap((component) => {
        const assay = assays[component];
        return [
          assay === undefined ? "" : unitOf(assay), digits(assay?.measured?.exact), digits(assay?.adjusted?.exact), digits(assay?.standard?.exact),
          ...percent(recoveries[component]),
        ];
      }),
    ]),
  ];
}

function figures({ streams: all, measurementTests }: Circuit): readonly (readonly string[])[] {
  const beyond = new Map(measurementTests.map((test) => [test.address, test.beyond]));
  return [
    ["address", "unit", "measured", "measured standard", "adjusted", "standard", "adjustment", "test", "beyond", "status", "eliminated"],
    ...all.flatMap(figuresOf).map((figure) => [
      figure.address, unitOf(figure), digits(figure.measured?.exact), digits(figure.measuredStandard?.exact), digits(figure.adjusted?.exact),
      digits(figure.standard?.exact), digits(figure.adjustment?.exact), figure.statistic?.toPrecision(12) ?? "", beyond.get(figure.address) ?? "", figure.status,
      figure.eliminated ? "yes" : "",
    ]),
  ];
}

function unitOf({ measured, adjusted }: Pick<AdjustedQuantity<Kind, Role>, "measured" | "adjusted">): string {
  return (measured ?? adjusted)?.unit ?? "";
}

function percent(share: EstimatedShare<Role> | undefined): readonly [string, string] {
  return [digits(share?.value.to("%").exact), digits(share?.standard.to("%").exact)];
}
