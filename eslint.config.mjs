// What the formatter does not see: promises nobody waits for, `any`, chained declarations, long
// parameter lists, and the one way in which the folders of lib/src may import each other.
import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import { foldersOneWay } from "./lib/bin/folders-one-way.mjs";

/**
 * Inner loops take their numbers one by one: an object for each call would cost more than it says.
 */
const HOT_KERNELS = [
  "lib/src/models/{partition,binning,forest-tree,tree-prediction,boosting-*}.ts",
  "lib/src/models/{known-paths,network-training,prediction-pool}.ts",
  "lib/src/explain/tree-shapley.ts",
  "lib/src/platforms/{simulate,ecs-service,lambda-service}.ts",
];

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      "node_modules/",
      "processed-data/",
      "lib/wasm/",
      "lib/src/models/boosting-kernel-bytes.ts",
    ],
  },
  {
    files: ["lib/src/**/*.ts", "test/**/*.ts", "bench/**/*.ts"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { "import-x": importX, study: { rules: { "folders-one-way": foldersOneWay } } },
    rules: {
      "one-var": ["error", "never"],
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "max-params": ["error", 5],
      "import-x/order": [
        "error",
        { groups: ["builtin", "external", "parent", "sibling", "index"] },
      ],
      "import-x/newline-after-import": "error",
      "study/folders-one-way": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["test/**/*.ts"],
    // Node's test runner waits for the promises of `test` and `describe` itself.
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", name: ["test", "describe", "it", "suite"], package: "node:test" },
          ],
        },
      ],
    },
  },
  { files: HOT_KERNELS, rules: { "max-params": "off" } },
);
