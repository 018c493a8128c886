import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["rules/**/*.test.ts", "packages/**/*.test.ts", "scripts/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts"],
    globalSetup: ["packages/server/test-support/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
