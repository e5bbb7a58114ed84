import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { escaped, inMarkdown } from "../../src/markup/escape.ts";

describe("text in HTML and XML", () => {
  test("is shown as it is, and never read as markup", () => {
    expect(escaped("<script>alert('1' & \"2\")</script>")).toBe("&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;");
    expect(escaped("1,165,388 t, ±0.4%: 露天 Рудник")).toBe("1,165,388 t, ±0.4%: 露天 Рудник");
  });

  test("holds nothing that XML has no place for, and nothing that turns the text around it", () => {
    expect(escaped("a\u0000b\u001bc\ud800d\uffffe\u202ef\u2066g")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg");
    expect(escaped("a\tb\nc 😀")).toBe("a\tb\nc 😀");
  });

  test("keeps what is written from right to left apart from the numbers beside it", () => {
    expect(escaped("منجم الشمال, 2002")).toBe("\u2068منجم الشمال\u2069, 2002");
    expect(escaped("2002 מכרה")).toBe("2002 \u2068מכרה\u2069");
  });
});

describe("text in Markdown", () => {
  test.each([
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a | b", "`code`", "**bold** _it_ ~~no~~", "[link](javascript:alert(1))", "![](x)", "$x^2$", "a\\|b", "\\",
    "&lt; &amp; &copy;", "a\nb\r\n\r\nc", "1,165,388 t at 1.88 g/t: 2002-Q4.Pd.grade",
  ])("comes out of a reader as it went in: %j", (text) => {
    const html = new MarkdownIt("default", { html: true }).render(`x ${inMarkdown(text)} x`);
    expect(html).toBe(`<p>x ${text.replace(/\s*[\r\n]+\s*/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")} x</p>\n`);
  });

  test("makes no formula", () => {
    expect(inMarkdown("USD 5 $ and $6")).toBe("USD 5 \\$ and \\$6");
  });
});
