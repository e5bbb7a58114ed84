declare module "virtual:doc-examples" {
  const examples: readonly { readonly where: string; readonly run: () => Promise<unknown> }[];
  export default examples;
}
