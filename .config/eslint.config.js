/** Lint and format in one tool: `npm run lint:fix` is the formatter. */
import { fileURLToPath } from "node:url";
import eslint from "@eslint/js";
import stylistic from "@stylistic/eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig(
  globalIgnores(["dist/", "build/", "coverage/", "docs/**/*.js", ".config/*.d.ts"]),
  eslint.configs.recommended,
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  stylistic.configs.customize({
    indent: 2,
    quotes: "double",
    semi: true,
    arrowParens: true,
    braceStyle: "1tbs",
    commaDangle: "always-multiline",
    quoteProps: "as-needed",
  }),
  {
    languageOptions: {
      parserOptions: { project: ["tsconfig.json", "test/tsconfig.json"], tsconfigRootDir: root },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-globals": ["error", { name: "parseFloat", message: "A figure is read by readNumeral: a float would round it." }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // It asks for the "!" that no-non-null-assertion refuses.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A getter stays on the prototype: a value's own fields are its state, and nothing else.
      "@typescript-eslint/class-literal-property-style": "off",
      "@typescript-eslint/unbound-method": ["error", { ignoreStatic: true }],
      // Literal and string members of a union are listed for the editor's completion.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      "@stylistic/max-len": ["error", { code: 160, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      "@stylistic/max-statements-per-line": ["error", { max: 2 }],
      "@stylistic/quotes": ["error", "double", { avoidEscape: true, allowTemplateLiterals: "avoidEscape" }],
      "@stylistic/operator-linebreak": ["error", "before", { overrides: { "=": "after" } }],
      // Tables of units quote a symbol or not as reads best; a whole number, which may be a number or a bigint, is compared by ==.
      "@stylistic/quote-props": "off",
      "eqeqeq": "off",
      "@stylistic/multiline-ternary": "off",
      "@stylistic/generator-star-spacing": ["error", { before: false, after: true }],
      "@stylistic/yield-star-spacing": ["error", { before: false, after: true }],
    },
  },
  {
    files: ["test/**/*.ts", "bench/**/*.ts", "docs/**/*.ts", "examples/**/*.ts"],
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      // It asks for the "!" that no-non-null-assertion refuses.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    // A test calls the library wrongly on purpose, as untyped JavaScript would.
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["**/*.js"],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
