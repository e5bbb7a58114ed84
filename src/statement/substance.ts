/** The substances that reports tell apart. `U3O8` is not `U` and `4E` is not `6E`: each is a word of its own, and none is ever added to another. */

const ELEMENTS = [
  "Ag", "Al", "As", "Au", "B", "Ba", "Be", "Bi", "Br", "C", "Ca", "Cd", "Ce", "Co", "Cr", "Cs", "Cu", "Dy", "Er", "Eu", "F", "Fe", "Ga", "Gd", "Ge", "Hf", "Hg", "Ho",
  "I", "In", "Ir", "K", "La", "Li", "Lu", "Mg", "Mn", "Mo", "Na", "Nb", "Nd", "Ni", "Os", "P", "Pb", "Pd", "Pr", "Pt", "Rb", "Re", "Rh", "Ru", "S", "Sb", "Sc", "Se", "Si",
  "Sm", "Sn", "Sr", "Ta", "Tb", "Te", "Th", "Ti", "Tl", "Tm", "U", "V", "W", "Y", "Yb", "Zn", "Zr",
] as const;

const COMPOUNDS = [
  "Al2O3", "CaF2", "Cr2O3", "Fe2O3", "FeTiO3", "KCl", "K2O", "Li2CO3", "Li2O", "LiOH", "MgO", "MnO", "MoS2", "Nb2O5", "P2O5", "SiO2", "SnO2", "Ta2O5", "TiO2", "TREO",
  "U3O8", "V2O5", "WO3", "ZrO2", "graphite", "diamond", "HMC", "ilmenite", "rutile", "zircon", "spodumene",
] as const;

// Sums of precious metals as southern African reports print them, and equivalents.
const COMBINATIONS = ["2E", "3E", "4E", "5E", "6E", "PGE", "PGM", "AuEq", "AgEq", "CuEq", "ZnEq"] as const;

/**
 * A metal, compound or combination by the key that a statement uses for it: an element's symbol, a product such as `U3O8`, or a combination such as `4E`.
 *
 * @category Reconciliation
 */
export type Substance = (typeof ELEMENTS)[number] | (typeof COMPOUNDS)[number] | (typeof COMBINATIONS)[number];

/** Every substance that a statement knows. @internal */
export const SUBSTANCES: ReadonlySet<string> = /* @__PURE__ */ new Set<string>([...ELEMENTS, ...COMPOUNDS, ...COMBINATIONS]);

/** The substances that are told in ounces and grams per tonne. @internal */
export const PRECIOUS: ReadonlySet<string> = /* @__PURE__ */ new Set<string>([
  "Au", "Ag", "Pt", "Pd", "Rh", "Ir", "Os", "Ru", "2E", "3E", "4E", "5E", "6E", "PGE", "PGM", "AuEq", "AgEq",
] satisfies readonly Substance[]);

/** Whether a substance is a sum or an equivalent of others. @internal */
export function isMadeOfOthers(metal: string): boolean {
  return COMBINATIONS.some((each) => each === metal);
}
