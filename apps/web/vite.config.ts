import { defineConfig } from 'vite';

/** Where `npm start` answers; the development server passes on what is not a page. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // light-dark() stays as it is written: it follows the colours that are chosen, not the machine's.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      // "use client" is a word to server renderers, of which we have none.
      onLog: (level, log, handler) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
  server: { proxy: { '/api': API, '/health': API } },
});
