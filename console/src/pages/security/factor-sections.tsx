import { useState } from 'react';
import { AuthenticatorSection } from './authenticator-section.tsx';
import type { Factors } from './factors.ts';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import { RecoveryCodesSection } from './recovery-codes-section.tsx';

/** The authenticator app and the recovery codes. Both give new codes, which are shown once. */
export function FactorSections({ factors }: { readonly factors: Factors }) {
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <>
      <AuthenticatorSection activatedAt={factors.totpActivatedAt} onCodes={setCodes} />
      <RecoveryCodesSection factors={factors} onCodes={setCodes} />
      {codes && (
        <RecoveryCodesDialog
          codes={codes}
          onClose={() => {
            setCodes(undefined);
          }}
        />
      )}
    </>
  );
}
