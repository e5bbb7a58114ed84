declare module "virtual:doc-examples" {
  const examples: readonly { readonly where: string; readonly run: () => Promise<unknown> }[];
  export default examples;
}

declare module "markdown-it" {
  export default class MarkdownIt {
    constructor(preset?: "default" | "commonmark", options?: { readonly html?: boolean });
    render(text: string): string;
  }
}
