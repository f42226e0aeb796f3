import { Outlet } from '@tanstack/react-router';
import { ConnectionBanner } from './connection-banner.tsx';
import { OpenPrompt } from './open-prompt.tsx';

/** What every page has: the banner while Atrium cannot be reached, and the dialogs that requests wait for. */
export function Root() {
  return (
    <>
      <ConnectionBanner />
      <Outlet />
      <OpenPrompt />
    </>
  );
}
