// What the linter asks of the page's scripts: the recommended rules, and nothing that could turn data into markup or code.
import js from "@eslint/js";

const browser = ["document", "window", "history", "location", "navigator", "innerWidth", "addEventListener", "removeEventListener",
  "getComputedStyle", "matchMedia", "print", "URL", "URLSearchParams", "Blob", "Response", "DecompressionStream", "CompressionStream", "btoa", "XMLSerializer", "atob",
  "HTMLElement", "Image", "HTMLTextAreaElement", "Path2D", "CSS", "Intl", "DOMParser", "performance", "HTMLInputElement", "HTMLSelectElement", "localStorage", "setTimeout", "requestAnimationFrame", "ResizeObserver"];

export default [
  { ignores: ["**/node_modules/**", "**/built/**"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: Object.fromEntries(browser.map((name) => [name, "readonly"])) },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      "no-unused-vars": ["error", { varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-restricted-syntax": ["error", { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]", message: "Build elements with make(): text stays text." }],
    },
  },
];
