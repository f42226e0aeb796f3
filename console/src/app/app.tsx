import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { queryClient } from '../api/query-client.ts';
import { LocaleProvider } from '../i18n/locale-provider.tsx';
import { router } from './router.ts';
import { STYLE_NONCE } from './style-nonce.ts';
import { readableColors, theme } from './theme.ts';

/** The console: its language, its colors, what it has read, and the page of the address. */
export function App() {
  return (
    <DirectionProvider detectDirection={false}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableColors}
        defaultColorScheme="auto"
        getStyleNonce={() => STYLE_NONCE}
      >
        <Suspense fallback={null}>
          <LocaleProvider>
            <QueryClientProvider client={queryClient}>
              <Notifications position="bottom-right" />
              <RouterProvider router={router} />
            </QueryClientProvider>
          </LocaleProvider>
        </Suspense>
      </MantineProvider>
    </DirectionProvider>
  );
}
