import { Alert, createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Colors whose text has a contrast of 4.5:1 and more on both schemes (WCAG 2.2, 1.4.3). */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'md',
  // Readers who ask for less motion get none.
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  cursorType: 'pointer',
  components: {
    // The color is at the side: no shade of it is a background on which texts and links are readable.
    Alert: Alert.extend({
      defaultProps: { variant: 'default' },
      styles: (_theme, { color = 'blue' }) => ({
        root: { borderInlineStart: `4px solid var(--mantine-color-${color}-filled)` },
      }),
    }),
  },
});

/** Mantine’s own colors of secondary texts and of errors have less contrast than that. */
export const readableColors: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    // Darker than the darkest orange of Mantine.
    '--mantine-color-orange-light-color': '#9c3300',
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--mantine-color-error': colors.red[4],
  },
});
