import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './shared/ui/page.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.js';
import { queryClient } from './shared/api/query-client.js';
import { LanguageProvider } from './shared/words/language.js';
import { colourVariables, theme } from './shared/ui/theme.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

const colours = localStorageColorSchemeManager({ key: 'vinhdanh.colours' });

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={colourVariables}
      colorSchemeManager={colours}
      defaultColorScheme="auto"
    >
      <LanguageProvider>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider>
            <RouterProvider router={router} />
            <Notifications position="bottom-right" autoClose={6000} limit={4} />
          </ModalsProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
