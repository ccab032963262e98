/** What `npm run unused` looks at: code that nothing reaches, and dependencies that nothing imports. */
import type { KnipConfig } from 'knip'

export default {
  // What is begun by Vite, by a page or by a command, and not by an import.
  entry: [
    'scripts/*.mjs',
    'scripts/bench/**/main.ts',
    'scripts/bench/kernels/contestant.ts',
    'src/site/render.tsx',
    'src/site/bootstrap.ts',
    'src/site/embed/start.ts',
    'src/site/offline/worker.ts',
    'src/cli/{lab,record,vite.config}.ts',
    'src/nn/simd/assembly/index.ts',
    'src/**/*.suite.ts',
    'src/**/*.test.ts',
    'tests/**/*.test.{ts,tsx}',
    'tests/claims/reporter.ts',
    'tests/claims/backendsReporter.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'tests/**/*.{ts,tsx}', 'scripts/**/*.{mjs,ts}', '*.ts'],
  // An export that its own file uses is no code too much.
  ignoreExportsUsedInFile: true,
  // Imported by a name that only the build knows (src/nn/simd/vite.ts).
  ignoreDependencies: ['assemblyscript'],
  // Debian's, where a machine has no Chromium.
  ignoreBinaries: ['apt-get'],
  compilers: {
    // Style sheets name each other, and the fonts.
    css: (text: string) =>
      Array.from(
        text.matchAll(/@import '([^']+)'|url\('(@[^']+)'\)/g),
        ([, sheet, font]) => `import '${sheet ?? font}'`,
      ).join('\n'),
  },
} satisfies KnipConfig
