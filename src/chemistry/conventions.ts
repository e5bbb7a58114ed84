/**
 * The rounded factors that the trade multiplies by, as data: `from to factor`, in the digits in which they are printed, by the source that prints them. Where a
 * source's factor is not the stoichiometric one rounded, it stays as it was printed: that is what the figures of a report were made with.
 */

/**
 * The name of a convention: a table of rounded factors, by who prints it. {@link conventionalFactors} lists what each holds, with its source.
 *
 * @category Chemistry
 */
export type ConventionName =
  | "lithium reports" | "uranium red book" | "james cook" | "microprobe table" | "bone phosphate" | "potash" | "sobek" | "amira ard" | "liming"
  | "usgs tungsten" | "handbook of mineralogy";

/** The conventions, each with its source. @internal */
export const CONVENTIONS: Readonly<Record<ConventionName, { readonly source: string; readonly rows: string }>> = {
  "lithium reports": {
    source: "European Metals Holdings, Competent Person's Report on Cinovec (2015), Conversion factors for lithium compounds and minerals",
    rows: `Li Li2O 2.153, Li Li2CO3 5.323, Li2O Li 0.464, Li2O Li2CO3 2.473, Li2CO3 Li 0.188, Li2CO3 Li2O 0.404, LiOH·H2O Li 0.165, LiOH·H2O Li2O 0.356,
      LiOH·H2O Li2CO3 0.880`,
  },
  "uranium red book": {
    source: "OECD Nuclear Energy Agency and IAEA, Uranium: Resources, Production and Demand (the Red Book), conversions",
    rows: "U3O8 U 0.848",
  },
  "james cook": {
    source: "James Cook University, Advanced Analytical Centre, Element-to-stoichiometric oxide conversion factors",
    rows: `La La2O3 1.1728, Ce CeO2 1.2284, Pr Pr6O11 1.2082, Nd Nd2O3 1.1664, Sm Sm2O3 1.1596, Eu Eu2O3 1.1579, Gd Gd2O3 1.1526, Tb Tb4O7 1.1762,
      Dy Dy2O3 1.1477, Ho Ho2O3 1.1455, Er Er2O3 1.1435, Tm Tm2O3 1.1421, Yb Yb2O3 1.1387, Lu Lu2O3 1.1371, Y Y2O3 1.2699, Sc Sc2O3 1.5338, U U3O8 1.1792,
      Th ThO2 1.1379, Nb Nb2O5 1.4305, Ta Ta2O5 1.2211, V V2O5 1.7852, W WO3 1.2611, Sn SnO2 1.2696, Zr ZrO2 1.3508, Hf HfO2 1.1793, Ti TiO2 1.6681,
      Rb Rb2O 1.0936, Cs Cs2O 1.0602, K K2O 1.2046`,
  },
  "microprobe table": {
    source: "J. E. Patterson, JEPSPECTRO, Oxide - Carbonate - Element Conversion Table",
    rows: `SiO2 Si 0.4674, Si SiO2 2.1395, TiO2 Ti 0.5995, Ti TiO2 1.6681, Al2O3 Al 0.5293, Al Al2O3 1.8893, Fe2O3 Fe 0.6994, Fe Fe2O3 1.4298, FeO Fe 0.7773,
      Fe FeO 1.2865, Fe2O3 FeO 0.8998, FeO Fe2O3 1.1113, MnO Mn 0.7745, Mn MnO 1.2912, Mn3O4 Mn 0.7203, Mn Mn3O4 1.3883, MnO2 Mn 0.6319, Mn MnO2 1.5825,
      MgO Mg 0.6031, Mg MgO 1.6581, CaO Ca 0.7147, Ca CaO 1.3992, CaCO3 Ca 0.4004, Ca CaCO3 2.4973, CaCO3 CaO 0.5603, CaO CaCO3 1.7848, Na2O Na 0.7419,
      Na Na2O 1.3479, Na2CO3 Na 0.4338, Na Na2CO3 2.3052, Na2CO3 Na2O 0.5848, Na2O Na2CO3 1.7101, K2O K 0.8302, K K2O 1.2045, K2CO3 K 0.5658, K K2CO3 1.7674,
      K2CO3 K2O 0.6816, K2O K2CO3 1.4672, P2O5 P 0.4364, P P2O5 2.2915`,
  },
  "bone phosphate": {
    source: "FAO, Use of phosphate rocks for sustainable agriculture (Fertilizer and Plant Nutrition Bulletin 13, 2004): BPL = P2O5 x 2.1853",
    rows: "P2O5 Ca3(PO4)2 2.1853",
  },
  "potash": {
    source: "K. J. Kuchling, Potash ore grades: check the units (kuchling.com): K2O = 0.6317 x KCl",
    rows: "KCl K2O 0.6317",
  },
  "sobek": {
    source: "Sobek et al., Field and Laboratory Methods Applicable to Overburdens and Minesoils (EPA-600/2-78-054, 1978): 31.25 t CaCO3 per 1,000 t for each % of S",
    rows: "S CaCO3 3.125",
  },
  "amira ard": {
    source: "AMIRA International, P387A: ARD Test Handbook (2002): maximum potential acidity is 30.6 kg H2SO4 per t for each % of S",
    rows: "S H2SO4 3.06",
  },
  "liming": {
    source: "University of Nebraska-Lincoln, Plant and Soil Sciences eLibrary, Liming materials, table 4.4",
    rows: "MgCO3 CaCO3 1.19, Ca(OH)2 CaCO3 1.35, Mg(OH)2 CaCO3 1.72, CaO CaCO3 1.78, MgO CaCO3 2.50",
  },
  "usgs tungsten": {
    source: "U.S. Geological Survey, Minerals Yearbook, Tungsten (2017): WO3 is 79.3 % tungsten by weight",
    rows: "WO3 W 0.793",
  },
  "handbook of mineralogy": {
    source: "Anthony et al., Handbook of Mineralogy (Mineralogical Society of America), compositions by formula",
    rows: "CuFeS2 Cu 0.3463, ZnS Zn 0.6710, PbS Pb 0.8660, MoS2 Mo 0.5994, FeS2 S 0.5345",
  },
};
