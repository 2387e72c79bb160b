import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './shared/ui/page.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.js';
import { queryClient } from './shared/api/query-client.js';
import { LanguageProvider, useLanguage } from './shared/words/language.js';
import { colourVariables, themeOf } from './shared/ui/theme.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

const colours = localStorageColorSchemeManager({ key: 'vinhdanh.colours' });

function Application() {
  const { language } = useLanguage();
  return (
    <MantineProvider
      theme={themeOf(language)}
      cssVariablesResolver={colourVariables}
      colorSchemeManager={colours}
      defaultColorScheme="auto"
    >
      <RouterProvider router={router} />
      <Notifications position="bottom-right" autoClose={4000} limit={3} />
    </MantineProvider>
  );
}

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <Application />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
