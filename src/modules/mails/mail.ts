export type Factor = 'totp' | 'passkey' | 'recovery_codes';

interface Recipient {
  readonly to: string;
  /** BCP 47 tag of the reader's language. One there are no texts for: English. Left out: the language of the running request. */
  readonly locale?: string;
  /** IANA name of the reader's timezone. Left out: UTC. */
  readonly timezone?: string;
}

/** The content of a mail, independent of its reader. */
export type Content =
  | { readonly template: 'registration'; readonly token: string }
  /** There was an attempt to register with the reader's address. */
  | { readonly template: 'registration_taken' }
  | { readonly template: 'verify_email'; readonly token: string }
  /** As `verify_email`, for an account that has another primary address: a stranger's, perhaps. */
  | { readonly template: 'verify_further_email'; readonly token: string; readonly accountAddress: string }
  | { readonly template: 'reset_password'; readonly token: string }
  | { readonly template: 'set_password'; readonly token: string; readonly organizationName: string }
  | {
      readonly template: 'invitation';
      readonly token: string;
      readonly organizationName: string;
      readonly inviterName: string;
    }
  /** An organization added the reader's account. */
  | { readonly template: 'member_added'; readonly organizationName: string }
  | {
      readonly template: 'ownership_offered';
      readonly organizationName: string;
      readonly offererName: string;
      readonly expiresAt: Date;
    }
  | { readonly template: 'password_changed' }
  /** An administrator gave the reader's account a temporary password, or removed its second factors. */
  | { readonly template: 'password_reset' | 'factors_reset' }
  | { readonly template: 'sessions_ended'; readonly organizationName: string }
  | { readonly template: 'factor_added' | 'factor_removed'; readonly factor: Factor }
  | { readonly template: 'new_device'; readonly at: Date; readonly remoteIp: string; readonly userAgent: string }
  /** Sent to the previous primary address. */
  | { readonly template: 'email_changed'; readonly newAddress: string }
  /** Sent to the present primary address. */
  | { readonly template: 'primary_changed'; readonly oldAddress: string }
  | { readonly template: 'address_added' | 'address_proved' | 'address_removed'; readonly address: string }
  | { readonly template: 'recovery_code_used'; readonly left: number }
  | { readonly template: 'api_key_created'; readonly keyName: string; readonly organizationName: string }
  | {
      readonly template: 'role_changed';
      readonly organizationName: string;
      readonly role: string;
      readonly appRole: string;
    }
  /** The permissions of the reader's role changed. */
  | { readonly template: 'role_permissions'; readonly organizationName: string; readonly role: string }
  | {
      readonly template:
        | 'membership_activated'
        | 'membership_deactivated'
        | 'membership_ended'
        | 'management_ended'
        | 'management_and_password_ended';
      readonly organizationName: string;
    }
  /** Sent to the administrators of the organization that managed the account of the address. */
  | {
      readonly template: 'account_released' | 'account_displaced';
      readonly organizationName: string;
      readonly address: string;
    }
  | { readonly template: 'account_deleted' };

/** A mail by its content, not by its appearance. */
export type Mail = Recipient & Content;
