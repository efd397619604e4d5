import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressPlugin } from './build/compress-plugin.js';
import { fewFiles } from './build/few-files.js';
import { messagePlugin } from './build/message-plugin.js';
import { preloadPlugin } from './build/preload-plugin.js';
import { serviceWorkerFile, serviceWorkerPlugin } from './build/service-worker-plugin.js';

const root = import.meta.dirname;
const source = (path: string) => resolve(root, 'src', path);

export default defineConfig({
  root,
  plugins: [
    react(),
    messagePlugin(),
    preloadPlugin('react', 'core'),
    serviceWorkerPlugin({
      placeholder: 'FILES_OF_THE_APP',
      publicFiles: ['favicon.svg', 'manifest.webmanifest'],
      // Staff work in the hub, where there is a network; the model in 3D is as large as all the rest.
      isFetchedLater: (id) => /\/features\/staff\/|\/prints\/model\//.test(id),
    }),
    compressPlugin(),
  ],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Nothing inline: the content security policy allows the hub's own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        app: resolve(root, 'index.html'),
        'service-worker': resolve(root, 'src/service-worker/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? serviceWorkerFile : 'assets/[name]-[hash].js'),
        codeSplitting: fewFiles({
          app: { modules: [source('app/main.ts')] },
          react: { modules: [fileURLToPath(import.meta.resolve('react-dom/client'))] },
          core: { modules: [source('app/start.tsx')] },
          board: { modules: [source('features/kiosk/kiosk-page.tsx')], own: /\/features\/kiosk\// },
          page: { modules: [source('app/site.tsx'), source('features/resident/resident-routes.tsx')] },
          times: { modules: [source('features/resident/booking/booking-page.tsx')] },
        }),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
