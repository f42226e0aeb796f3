import { MantineProvider, Title } from '@mantine/core';
import '@mantine/core/styles.css';
import { useStyleNonce } from './style-nonce.ts';
export function App() {
  return (
    <MantineProvider getStyleNonce={useStyleNonce}>
      <Title>Atrium</Title>
    </MantineProvider>
  );
}
