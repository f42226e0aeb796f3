// Written by `npm run client` from the OpenAPI document. Do not edit.

export interface paths {
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read my profile
         * @description Keys without a value are omitted.
         *
         *     **Permission:** A session. API keys are refused.
         */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        /**
         * Delete my account
         * @description All sessions, API keys, memberships and team memberships end at once, and the e-mail address becomes free. The personal data is erased later.
         *
         *     **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        delete: operations["deleteProfile"];
        options?: never;
        head?: never;
        /**
         * Change my profile
         * @description Omitted keys are unchanged. Null clears a value.
         *
         *     **Permission:** A session. API keys are refused.
         */
        patch: operations["updateProfile"];
        trace?: never;
    };
    "/api/me/current-organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe my active organization
         * @description **Permission:** A session. API keys are refused.
         */
        get: operations["getCurrentOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my active memberships
         * @description The primary membership comes first, then the others by the time of joining. `status` shows whether an organization is archived.
         *
         *     **Permission:** A session. API keys are refused.
         */
        get: operations["listMyMemberships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/primary-organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the organization that my logins start in
         * @description Applies to later logins. The active organization of open sessions is unchanged.
         *
         *     **Permission:** A session. API keys are refused.
         */
        post: operations["setPrimaryOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/switch-organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another organization the active one of this session
         * @description **Permission:** A session. API keys are refused.
         */
        post: operations["switchOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read my profile
         * @description **Permission:** A session. API keys are refused.
         */
        get: operations["getMyProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my profile
         * @description Omitted keys are unchanged. Null clears a value.
         *
         *     **Permission:** A session. API keys are refused.
         */
        patch: operations["updateMyProfile"];
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys that I may manage
         * @description Newest first. The list has the caller’s own keys. For an OrganizationAdmin, it also has the keys of the service accounts of the organization of the request. If an API key calls, the list has only keys for its own organization.
         *
         *     **Permission:** A person. API keys need the scope `orgs:read`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The key acts as the caller, or as the service account, in one organization. It is limited by its scopes and by the present roles of its owner. Only an OrganizationAdmin can create a key for a service account.
         *
         *     **Permission:** A session. API keys are refused. A recent step-up, with a second factor once the account has one.
         */
        post: operations["mintApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The key stops working at once.
         *
         *     **Permission:** A session. API keys are refused. A recent step-up, with a second factor once the account has one.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the token and read my user in the organization
         * @description **Permission:** A person. An active member of the organization. API keys need the scope `users:read`.
         */
        get: operations["getAppMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects that I can see
         * @description The list has the public projects of the organization, and the projects of which the caller is a member. Ordered by creation time.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["listAppProjects"];
        put?: never;
        /**
         * Create a project
         * @description The caller becomes its Owner.
         *
         *     **Permission:** A person. An active member of the organization. API keys need the scope `projects:write`. A public project: a session with a recent step-up.
         */
        post: operations["createAppProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project/{projectID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project
         * @description **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["getAppProject"];
        /**
         * Change a project
         * @description Omitted keys are unchanged. Editors can change the name, the goal, the deadline and both contexts. Admins can also change the default role and the visibility.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:write`. Another visibility: a session with a recent step-up.
         */
        put: operations["updateAppProject"];
        post?: never;
        /**
         * Delete a project
         * @description Its artifacts are deleted as well. The caller must be an Owner of the project.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:write`.
         */
        delete: operations["deleteAppProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project/{projectID}/artifact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the artifacts of a project
         * @description Ordered by creation time.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["listAppArtifacts"];
        put?: never;
        /**
         * Add a file or a text to a project
         * @description The caller must be at least an Editor of the project. A file gets the name of the upload.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:write`.
         */
        post: operations["createAppArtifact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project/{projectID}/artifact/{artifactID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an artifact
         * @description **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["getAppArtifact"];
        /**
         * Rename an artifact
         * @description The caller must be at least an Editor of the project. Omitted keys are unchanged.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:write`.
         */
        put: operations["updateAppArtifact"];
        post?: never;
        /**
         * Delete an artifact
         * @description The caller must be at least an Editor of the project. Its content is deleted as well.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:write`.
         */
        delete: operations["deleteAppArtifact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project/{projectID}/artifact/{artifactID}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the content of an artifact
         * @description **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["downloadAppArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project/{projectID}/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a project
         * @description Ordered by the time of joining the organization.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["listAppProjectMembers"];
        put?: never;
        /**
         * Add a member to a project
         * @description The caller must be at least an Admin of the project. A caller cannot grant a role above their own.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. A recent step-up, with a second factor once the account has one.
         */
        post: operations["addAppProjectMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project/{projectID}/member/{userID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a member of a project
         * @description **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["getAppProjectMember"];
        /**
         * Change the role of a member of a project
         * @description The caller must be at least an Admin of the project. A caller cannot grant or change a role above their own.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. A recent step-up, with a second factor once the account has one.
         */
        put: operations["changeAppProjectMember"];
        post?: never;
        /**
         * Remove a member from a project
         * @description The caller must be at least an Admin of the project. Every member can leave it.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. A recent step-up, with a second factor once the account has one.
         */
        delete: operations["removeAppProjectMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/project/{projectID}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pin a project
         * @description Pins the project for the caller only. Pinning a pinned project has no effect.
         *
         *     **Permission:** A person. An active member of the organization. API keys need the scope `projects:write`.
         */
        post: operations["pinAppProject"];
        /**
         * Remove my pin from a project
         * @description Removing a missing pin has no effect.
         *
         *     **Permission:** A person. An active member of the organization. API keys need the scope `projects:write`.
         */
        delete: operations["unpinAppProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of the organization
         * @description Ordered by creation time, unless `sort` names another order.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `users:read`.
         */
        get: operations["listAppUsers"];
        put?: never;
        /**
         * Create a user
         * @description `account_id` names the account of the user. The account must have verified `user_info.email`. Without `account_id`, a new account is created. The organization manages it, and a link to choose a password is mailed to its owner.
         *
         *     **Permission:** An active member of the organization. Role AppAdmin. API keys need the scope `users:write`.
         */
        post: operations["createAppUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user/{userID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user of the organization
         * @description **Permission:** An active member of the organization. API keys need the scope `users:read`.
         */
        get: operations["getAppUser"];
        /**
         * Change a user’s name or role in the organization
         * @description Omitted keys are unchanged.
         *
         *     **Permission:** An active member of the organization. Role AppAdmin. API keys need the scope `users:write`.
         */
        put: operations["updateAppUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user/{userID}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a user
         * @description Activating an active user has no effect. Only an OrganizationAdmin can activate an OrganizationAdmin.
         *
         *     **Permission:** An active member of the organization. Role AppAdmin. API keys need the scope `users:write`.
         */
        post: operations["activateAppUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user/{userID}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a user
         * @description The user’s sessions lose the organization, and the user’s API keys for it stop working, both at once. Deactivating an inactive user has no effect. Only an OrganizationAdmin can deactivate an OrganizationAdmin.
         *
         *     **Permission:** An active member of the organization. Role AppAdmin. API keys need the scope `users:write`.
         */
        post: operations["deactivateAppUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user/{userID}/latest-artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the latest artifacts of a user
         * @description Newest first. The list has only artifacts of projects that the caller can see.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["listLatestAppArtifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user/{userID}/project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects of a user
         * @description The list has the projects of which the user is a member and which the caller can see, with the user’s pins. Ordered by creation time.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["listAppProjectsOfUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my integrations
         * @description Ordered by creation time.
         *
         *     **Permission:** A person. An active member of the organization. API keys need the scope `projects:read`.
         */
        get: operations["listAppIntegrations"];
        put?: never;
        /**
         * Connect another product
         * @description A user can have one integration of each type in an organization.
         *
         *     **Permission:** A person. An active member of the organization. API keys need the scope `projects:write`.
         */
        post: operations["createAppIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app/user/integrations/{integrationID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an integration of mine
         * @description Its credentials are deleted as well.
         *
         *     **Permission:** A person. An active member of the organization. API keys need the scope `projects:write`.
         */
        delete: operations["deleteAppIntegration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove an address by the link that was mailed to it
         * @description The link of a registration completes it and signs the user in. The registered password is valid only if the request has the device cookie of the browser that registered, or the password itself. Otherwise `passwordChangeRequired` is true, and the session can set a password without a current one.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what I can prove my identity with
         * @description An authenticator app that was not activated does not count.
         *
         *     **Permission:** A session. API keys are refused.
         */
        get: operations["getFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description A user with a second factor gets a token for the second step.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a sign-in with the second factor
         * @description **Permission:** Limited per client address.
         */
        post: operations["finishLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description The browser deletes all data that it stored for this origin, with its trusted devices.
         *
         *     **Permission:** A session. API keys are refused.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the signed-in user, the session and the feature flags
         * @description **Permission:** A person.
         */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my passkeys
         * @description **Permission:** A session. API keys are refused.
         */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Register a passkey
         * @description **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        post: operations["registerPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey of mine
         * @description Ends all trusted devices. The recovery codes end with the last second factor.
         *
         *     **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in or step up with a passkey
         * @description A passkey counts as both factors.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["authenticateWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/authentication-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in or step up with a passkey
         * @description **Permission:** Limited per client address.
         */
        post: operations["getPasskeyAuthenticationOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/registration-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to register a passkey
         * @description **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        post: operations["getPasskeyRegistrationOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to set a new password
         * @description The answer is the same for every address.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the link in the mail
         * @description All sessions, trusted devices and API keys of the user end.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create new recovery codes
         * @description The user must have a second factor. The old codes stop working, and all trusted devices end.
         *
         *     **Permission:** A session. API keys are refused. A recent step-up, with a second factor once the account has one.
         */
        post: operations["replaceRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register by mail
         * @description The answer is the same whether or not the address has an account.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm your identity in this session
         * @description The answer has a new token. The old token stops working. A user with a second factor cannot step up by password.
         *
         *     **Permission:** A session. API keys are refused.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove the authenticator app
         * @description Ends all trusted devices. The recovery codes end with the last second factor.
         *
         *     **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish setting up the authenticator app with a code of it
         * @description **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        post: operations["activateTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set up an authenticator app
         * @description The app is active after a code of it was accepted.
         *
         *     **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        post: operations["setUpTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description The caller must have verified the address of the invitation. For other callers the token is answered like an unknown one.
         *
         *     **Permission:** A session. API keys are refused.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an invitation by its token
         * @description The token stays valid.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register and accept an invitation
         * @description The token proves the address. If an account has proved the address already, the answer is 409: sign in and accept. If an account has the address unproved, the caller gets that account.
         *
         *     **Permission:** Limited per client address.
         */
        post: operations["registerInvited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe the current identity
         * @description Exactly one of `root`, `user` and `serviceAccount`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my profile
         * @description Omitted keys are unchanged. Null clears a value. A link is mailed to a new e-mail address. The old address is unchanged until the link is opened.
         *
         *     **Permission:** A person. API keys need the scope `users:write`. A new e-mail: a session with a recent sign-in or step-up.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my e-mail addresses
         * @description **Permission:** A session. API keys are refused.
         */
        get: operations["listMyEmails"];
        put?: never;
        /**
         * Add an e-mail address
         * @description A link to verify the address is mailed to it. An address that another account has proved, or signs in with, cannot be verified.
         *
         *     **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        post: operations["addMyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/emails/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an e-mail address
         * @description **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        delete: operations["removeMyEmail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/emails/{email}/primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a verified address the primary one
         * @description The old address is notified by mail.
         *
         *     **Permission:** A session. API keys are refused. A recent sign-in or step-up, with a second factor once the account has one.
         */
        post: operations["makeMyEmailPrimary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my logins, newest first
         * @description Expired and ended logins are omitted.
         *
         *     **Permission:** A session. API keys are refused.
         */
        get: operations["listMyLogins"];
        put?: never;
        post?: never;
        /**
         * Revoke all my logins but this one
         * @description **Permission:** A session. API keys are refused.
         */
        delete: operations["revokeMyOtherLogins"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/logins/{loginId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a login of mine
         * @description **Permission:** A session. API keys are refused.
         */
        delete: operations["revokeMyLogin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my teams, with my role in each
         * @description **Permission:** A session. API keys are refused.
         */
        get: operations["listMyTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/trusted-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my trusted devices, newest first
         * @description A login on a trusted device skips the second factor.
         *
         *     **Permission:** A session. API keys are refused.
         */
        get: operations["listMyTrustedDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/trusted-devices/{trustedDeviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a trusted device of mine
         * @description **Permission:** A session. API keys are refused.
         */
        delete: operations["revokeMyTrustedDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the roles of the organization
         * @description The four built-in roles come first, then the organization’s own by creation time.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `orgs:read`.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role of the organization
         * @description The role is granted to members and service accounts by its name. Every active member has some rights. The permissions of the role add the routes that name one of them.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a role
         * @description **Permission:** An active member of the organization. API keys need the scope `orgs:read`.
         */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /**
         * Delete a role of the organization
         * @description The role must not be in use.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        /**
         * Change a role of the organization
         * @description Omitted keys are unchanged. New permissions apply at once to all members and service accounts with the role.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        patch: operations["updateRole"];
        trace?: never;
    };
    "/api/v1/org/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the service accounts of the organization
         * @description Ordered by creation time.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:read`.
         */
        get: operations["listServiceAccounts"];
        put?: never;
        /**
         * Create a service account
         * @description A service account needs an API key to call. `role` and `appRole` limit its keys.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        post: operations["createServiceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/service-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a service account
         * @description **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:read`.
         */
        get: operations["getServiceAccount"];
        put?: never;
        post?: never;
        /**
         * Delete a service account
         * @description Its API keys and the open invitations that it sent end at once.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        delete: operations["deleteServiceAccount"];
        options?: never;
        head?: never;
        /**
         * Change a service account
         * @description Omitted keys are unchanged. A change of role applies to its API keys at once.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        patch: operations["updateServiceAccount"];
        trace?: never;
    };
    "/api/v1/org/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the teams of the organization
         * @description Ordered by creation time.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `orgs:read`.
         */
        get: operations["listTeams"];
        put?: never;
        /**
         * Create a team
         * @description A caller cannot grant a role with more permissions than their own. This applies to the default role too.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `orgs:write`. API keys need the scope `orgs:write`.
         */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a team
         * @description **Permission:** An active member of the organization. API keys need the scope `orgs:read`.
         */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        /**
         * Delete a team
         * @description Its members remain in the organization.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        /**
         * Change a team
         * @description Omitted keys are unchanged. Members of the team keep their roles.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `orgs:write`. API keys need the scope `orgs:write`.
         */
        patch: operations["updateTeam"];
        trace?: never;
    };
    "/api/v1/org/teams/{team}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a team
         * @description Ordered by the time of joining the organization.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `orgs:read`.
         */
        get: operations["listTeamMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/teams/{team}/members/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a member of a team
         * @description **Permission:** An active member of the organization. API keys need the scope `orgs:read`.
         */
        get: operations["getTeamMember"];
        /**
         * Add a user of the organization to a team
         * @description A user who is in the team already remains in it, with the same role unless the body names another one.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `orgs:write`. API keys need the scope `orgs:write`.
         */
        put: operations["putTeamMember"];
        post?: never;
        /**
         * Remove a user from a team
         * @description The user remains in the organization.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `orgs:write`. API keys need the scope `orgs:write`.
         */
        delete: operations["removeTeamMember"];
        options?: never;
        head?: never;
        /**
         * Change the role of a user in a team
         * @description **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `orgs:write`. API keys need the scope `orgs:write`.
         */
        patch: operations["updateTeamMember"];
        trace?: never;
    };
    "/api/v1/org/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of the organization
         * @description With inactive users. Ordered by the time of joining, unless `sort` names another order.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `users:read`. API keys need the scope `users:read`.
         */
        get: operations["listOrganizationUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates an account that the organization manages. A link to choose a password is mailed to its owner. The status is `pending` until the first sign-in.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `users:write`. API keys need the scope `users:write`.
         */
        post: operations["createOrganizationUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe a user
         * @description Callers who may list the users can read every user. Other callers can read only their own.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `users:read`.
         */
        get: operations["getOrganizationUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description An account that the organization manages is deleted permanently, with its sessions, API keys, memberships and team memberships. Any other account loses its membership and team memberships in this organization. Callers can remove themselves.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `users:write`. The caller’s own managed account: a session with a recent sign-in or step-up.
         */
        delete: operations["deleteOrganizationUser"];
        options?: never;
        head?: never;
        /**
         * Change the account of a user
         * @description The organization must manage the account. Callers cannot change their own account here. Omitted keys are unchanged. Null clears a value. A new e-mail address replaces the old one at once.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `users:write`. A new e-mail: a session with a recent step-up.
         */
        patch: operations["updateOrganizationUser"];
        trace?: never;
    };
    "/api/v1/org/users/{user}/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove all second factors of a user
         * @description All sessions, trusted devices and pending sign-ins of the user end.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        delete: operations["resetUserMfa"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/users/{user}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description Callers can change only their own password. All other sessions and all trusted devices end. This session continues with a new token.
         *
         *     **Permission:** A session. API keys are refused.
         */
        post: operations["changeUserPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/users/{user}/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a user a temporary password
         * @description The password is valid for 24 hours. All sessions and trusted devices of the user end. The second factors are unchanged.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        post: operations["resetUserPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/users/{user}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions of a user, newest first
         * @description The organization must manage the account. Callers cannot use this route for their own account. Expired and ended sessions are omitted.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `users:read`.
         */
        get: operations["listUserSessions"];
        put?: never;
        post?: never;
        /**
         * End all sessions of a user
         * @description The organization must manage the account. Callers cannot use this route for their own account. The user is notified by mail. Trusted devices remain trusted.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/users/{user}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session of a user
         * @description The organization must manage the account. Callers cannot use this route for their own account. The user is notified by mail.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        delete: operations["endUserSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download all users of the organization
         * @description `Accept` chooses the format: one JSON object per line, or CSV. CSV begins with a byte order mark, so that Excel reads it as UTF-8. In CSV, an apostrophe precedes text that a spreadsheet would run as a formula, also after a semicolon, where some spreadsheets begin a cell. The import removes the apostrophe.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `users:read`. API keys need the scope `users:read`.
         */
        get: operations["exportOrganizationUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/users/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create many users
         * @description At most 100,000 rows with the columns `email`, `givenName`, `familyName`, `displayName`, `locale`, `role` (default: Teacher) and `appRole` (default: AppMember). For other roles, an API key also needs the scope `orgs:write`. The other columns of an export (`id`, `status`, `state`, `createdAt`) are ignored. CSV needs a heading with these names, in upper or lower case. Cells are separated by commas, semicolons or tabs. A first line such as `sep=;` can name the separator. An apostrophe before text that a spreadsheet would run as a formula is removed, at the start of a cell or after a semicolon in it. Empty rows, and empty cells beyond the heading, are ignored, but empty rows count. The text is UTF-8, or UTF-16 with or without a byte order mark. The answer has one line for each row, sent when the result of the row is committed: `{line, status, email?, id?, errors?}`. The status `created` means a new account that the organization manages. `exists` means that the address belongs to a member, and nothing is changed. The others are `email_taken`, `invalid` (see `errors`) and `failed`: send the row again. `failed` with the code `too_many_requests` means that the address cannot be sent more mails today. A failure ends the import. Reported results are committed. The same rows can be sent again. Imports and exports of one organization run one at a time. Another one waits a few seconds, then gets 503.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `users:write`. API keys need the scope `users:write`.
         */
        post: operations["importOrganizationUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all organizations
         * @description Ordered by creation time, with archived organizations.
         *
         *     **Permission:** The root key.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Create an organization
         * @description A person who creates an organization becomes its OrganizationAdmin and AppAdmin. An organization that the root key creates has no members.
         *
         *     **Permission:** A session or the root key. API keys are refused.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe an organization of mine
         * @description A former slug, the id, and a slug in capital letters are answered by 308 with the path under the present slug, and with the same query.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `orgs:read`. Also while the organization is archived.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an organization
         * @description Omitted keys are unchanged.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/v1/orgs/{slug}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys that work in an organization
         * @description Newest first. The list has the keys of members and of service accounts, with their owners. The secrets are not shown.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin.
         */
        get: operations["listOrganizationApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key that works in an organization
         * @description The key stops working at once. Its owner can be any member or service account. Keys of the same person in other organizations are unchanged.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        delete: operations["revokeOrganizationApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive an organization
         * @description Members cannot use an archived organization, and its API keys do not work until it is restored. No data is lost.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one. Also while the organization is archived.
         */
        post: operations["archiveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit events of an organization
         * @description Newest first. The list omits changes that users make to their own accounts, and data that was erased with an account. Sign-ins of accounts that the organization manages are listed (`session.opened`), and so is the first failure of each kind and hour (`authentication.failed`).
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `orgs:read`. API keys need the scope `orgs:read`. Also while the organization is archived.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the invitations of the organization
         * @description Ordered by creation time. An invitation that ended without being accepted is deleted after thirty days.
         *
         *     **Permission:** An active member of the organization. OrganizationAdmin, or a role with the permission `orgs:read`. API keys need the scope `orgs:read`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite a person by mail
         * @description The link in the mail is valid for seven days. If the address has a pending invitation with the same role, app role and language, that invitation is returned and no mail is sent. If the role, the app role or the language differs, the pending invitation is changed and a new link is mailed. The previous link stops working. The invitation ends when its sender is removed or deactivated, or may no longer invite or grant the role.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an invitation
         * @description The link in its mail stops working at once.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again
         * @description The new link is valid for seven days. The old link stops working. An expired invitation becomes pending again.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the organization
         * @description If the last member leaves, the organization is archived.
         *
         *     **Permission:** A person. An active member of the organization. API keys need the scope `orgs:write`.
         */
        post: operations["leaveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload the logo of an organization
         * @description The picture is cropped to its central square, and stored as a WebP of 512×512 pixels without metadata. `logoUrl` is its address.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        post: operations["uploadLogo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of the organization
         * @description Ordered by the time of joining, unless `sort` names another order. Only OrganizationAdmins get `lastSignInAt` and `secondFactor`.
         *
         *     **Permission:** An active member of the organization. API keys need the scope `orgs:read`.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member from the organization
         * @description The member’s team memberships, API keys and project memberships in the organization end too, and the organization no longer manages the account.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member’s roles or state
         * @description Omitted keys are unchanged. A change applies to the member’s sessions and API keys at once. A caller cannot grant an app role that they do not have.
         *
         *     **Permission:** An active member of the organization. Role OrganizationAdmin. API keys need the scope `orgs:write`.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/api/v1/orgs/{slug}/ownership-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the open offer of the organization
         * @description Only the two members of the offer can read it.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization.
         */
        get: operations["getOwnershipOffer"];
        put?: never;
        /**
         * Offer the organization to another member
         * @description The offer is valid for seven days. The member is notified by mail. An earlier offer ends. The caller needs both roles, OrganizationAdmin and AppAdmin.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one.
         */
        post: operations["offerOwnership"];
        /**
         * Withdraw or decline the offer
         * @description **Permission:** A session. API keys are refused. An active member of the organization.
         */
        delete: operations["endOwnershipOffer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/ownership-offer/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the ownership of the organization
         * @description The caller becomes OrganizationAdmin and AppAdmin. The member who made the offer becomes Manager and AppMember.
         *
         *     **Permission:** A session. API keys are refused. An active member of the organization. A recent step-up, with a second factor once the account has one.
         */
        post: operations["acceptOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/{slug}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an archived organization
         * @description Its API keys work again. Sessions in which it was active must switch to it again. Only the root key can restore an organization without an active administrator. The request names the address of the next administrator, who is invited by mail. The API keys of its service accounts are revoked then.
         *
         *     **Permission:** A session or the root key. API keys are refused. An active member of the organization. Role OrganizationAdmin. A recent step-up, with a second factor once the account has one. Also while the organization is archived.
         */
        post: operations["restoreOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orgs/my": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my organizations and my roles in them
         * @description Archived organizations are omitted. For an API key, the list has only the organization of the key.
         *
         *     **Permission:** A person. API keys need the scope `orgs:read`.
         */
        get: operations["listMyOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read my languages
         * @description **Permission:** A person. API keys need the scope `users:read`.
         */
        get: operations["getLanguage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my languages
         * @description The body needs at least one key. Null clears the language.
         *
         *     **Permission:** A person. API keys need the scope `users:write`.
         */
        patch: operations["updateLanguage"];
        trace?: never;
    };
    "/api/v1/settings/locales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the languages of the interface
         * @description Named in the language of the caller and in their own.
         */
        get: operations["getLocales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read my profile
         * @description **Permission:** A person. API keys need the scope `users:read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my profile
         * @description Omitted keys are unchanged. Null clears a value.
         *
         *     **Permission:** A person. API keys need the scope `users:write`.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/user/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload my picture
         * @description The picture is cropped to its central square, and stored as a WebP of 512×512 pixels without metadata. `avatarUrl` is its address.
         *
         *     **Permission:** A person. API keys need the scope `users:write`.
         */
        post: operations["uploadAvatar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download everything that is stored about me
         * @description The download has no secrets, such as hashes of passwords and keys.
         *
         *     **Permission:** A session. API keys are refused.
         */
        get: operations["exportUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my password
         * @description All other sessions and all trusted devices end. This session continues with a new token.
         *
         *     **Permission:** A session. API keys are refused.
         */
        patch: operations["changePassword"];
        trace?: never;
    };
    "/avatars/{name}.webp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the picture of a person
         * @description `avatarUrl` has this address after an upload.
         */
        get: operations["getAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether the process runs
         * @description Use it to restart a process that hangs. It does not query the database.
         */
        get: operations["isLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether requests are answered
         * @description Use it for load balancers. It succeeds when the database is migrated and answers. With the root key, the answer has details.
         */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logos/{name}.webp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the logo of an organization
         * @description `logoUrl` has this address after an upload.
         */
        get: operations["getLogo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountLanguageDto: {
            /**
             * @description The saved language of agents’ replies
             * @example null
             */
            agentCommunicationLocale: string | null;
            /** @description The language of the interface. It is the nearest to the saved language, or English if none is near. Without a saved language, it is the nearest to `Accept-Language` */
            appLocale: components["schemas"]["AppLocaleDto"];
            /**
             * @description The saved language of the interface
             * @example de-AT
             */
            locale: string | null;
            /**
             * @description The language in which agents reply: the saved language, else `appLocale`
             * @example de
             */
            resolvedAgentLanguage: string;
        };
        AccountLocaleDto: {
            /** @example ltr */
            direction: components["schemas"]["TextDirection"];
            /** @example de */
            locale: components["schemas"]["AppLocale"];
            /**
             * @description The name in the language of the caller
             * @example German
             */
            name: string;
            /**
             * @description The name in the language itself
             * @example Deutsch
             */
            nativeName: string;
        };
        AccountLocaleListDto: {
            items: components["schemas"]["AccountLocaleDto"][];
        };
        AccountUserDto: {
            avatarUrl: string | null;
            bio: string | null;
            /**
             * Format: date
             * @example 1990-04-01
             */
            birthDate: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @example Sasha Patel */
            displayName: string;
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /** @example Patel */
            familyName: string | null;
            /** @example Sasha */
            givenName: string | null;
            /** Format: uuid */
            id: string;
            /**
             * @description BCP 47
             * @example en
             */
            locale: string | null;
            /**
             * @description E.164, or `anonymous`
             * @example +493012345678
             */
            phoneNumber: string | null;
            /** @example active */
            status: components["schemas"]["UserStatus"];
            /**
             * @description IANA time zone
             * @example Europe/Berlin
             */
            timezone: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        ActivateTotpDto: {
            /**
             * @description A code of the new secret
             * @example 123456
             */
            code: string;
        };
        AddAppProjectMemberDto: {
            /**
             * @description Viewer, Commenter, Editor, Admin, Owner. Default: the default role of the project
             * @example Editor
             */
            role?: string;
            /**
             * @description `user_…`, or the UUID
             * @example user_019ab5e07c1d7f438a525d2f6c1b9e04
             */
            user_id: string;
        };
        AddEmailDto: {
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
        };
        AddressConflictDto: {
            /** @description Ids of the accounts */
            userIds: string[];
        };
        ApiKeyDto: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null if it does not expire
             */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Can be a minute late
             */
            lastUsedAt: string | null;
            /** @example Nightly export */
            name: string;
            /**
             * Format: uuid
             * @description The only organization in which the key works
             */
            organizationId: string;
            /**
             * @description The beginning of the key, to recognize it
             * @example atr_live_Ky9Pf34q
             */
            prefix: string;
            /**
             * @example [
             *       "users:read",
             *       "orgs:read",
             *       "projects:read"
             *     ]
             */
            scopes: components["schemas"]["Scope"][];
            /**
             * Format: uuid
             * @description Null for the key of a person
             */
            serviceAccountId: string | null;
        };
        ApiKeyOwnerDto: {
            /**
             * @description The name of the owner in the organization
             * @example Sasha Patel
             */
            displayName: string;
            /**
             * Format: uuid
             * @description Id of the user or the service account
             */
            id: string;
            /** @enum {string} */
            kind: "user" | "serviceAccount";
        };
        ApiKeyPageDto: {
            items: components["schemas"]["ApiKeyDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        AppArtifactDto: {
            /**
             * Format: date-time
             * @description Whole seconds
             * @example 2026-02-08T14:30:12Z
             */
            created_at: string;
            /**
             * @description Whether it has content to download
             * @example true
             */
            has_content: boolean;
            /** @example artifact_019ab5e07c1d7f438a525d2f6c1b9e08 */
            id: string;
            /**
             * @description The progress of processing its content
             * @example Done
             */
            ingest_status: string;
            /** @example Q1 Support Summary */
            name: string;
            /** @example proj_019ab5e07c1d7f438a525d2f6c1b9e07 */
            project_id: string;
            /**
             * @description The origin of the artifact
             * @example User
             */
            source: string;
            /** @example Ready */
            state: string;
            /** @example Document */
            type: string;
        };
        AppArtifactPageDto: {
            data: components["schemas"]["AppArtifactDto"][];
            /** @example false */
            has_next_page: boolean;
            /** @example false */
            has_previous_page: boolean;
            /**
             * Format: int32
             * @description Of all matches, not of the page
             * @example 1
             */
            total_count: number;
        };
        AppIntegrationDto: {
            /**
             * Format: date-time
             * @description Whole seconds
             * @example 2026-02-05T09:10:00Z
             */
            created_at: string;
            /** @example conf_019ab5e07c1d7f438a525d2f6c1b9e09 */
            id: string;
            /** @example org_019ab5e07c1d7f438a525d2f6c1b9e05 */
            org_id: string;
            /** @example Confluence */
            type: components["schemas"]["IntegrationType"];
            /**
             * Format: date-time
             * @description Whole seconds
             * @example 2026-02-08T10:02:11Z
             */
            updated_at: string;
            /** @example user_019ab5e07c1d7f438a525d2f6c1b9e04 */
            user_id: string;
        };
        /** @enum {string} */
        AppLocale: "en" | "ar" | "de" | "fr" | "es" | "it" | "pl" | "pt" | "sv" | "da" | "fi" | "ro" | "cs" | "el" | "hu" | "bg" | "lt" | "lv" | "et" | "sk" | "sl" | "hr" | "mt" | "ga" | "nl";
        AppLocaleDto: {
            /**
             * @description The side on which lines begin
             * @example ltr
             */
            direction: components["schemas"]["TextDirection"];
            /** @example de */
            locale: components["schemas"]["AppLocale"];
        };
        AppMeDto: {
            /** @example acct_019ab5e07c1d7f438a525d2f6c1b9e06 */
            account_id: string;
            /**
             * Format: date-time
             * @description Whole seconds
             * @example 2026-02-08T14:12:45Z
             */
            created_at: string;
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /** @example user_019ab5e07c1d7f438a525d2f6c1b9e04 */
            id: string;
            /** @example Owns release coordination and analytics. */
            job_position_description: string | null;
            /** @example Product Ops Lead */
            job_position_name: string | null;
            /** @example Sasha Patel */
            name: string;
            /** @example org_019ab5e07c1d7f438a525d2f6c1b9e05 */
            org_id: string;
            /**
             * @example [
             *       "AppAdmin"
             *     ]
             */
            roles: components["schemas"]["AppRole"][];
            /** @example Active */
            state: components["schemas"]["MembershipState"];
        };
        AppProjectDto: {
            /** @example Use approved templates. */
            answer_context: string | null;
            /**
             * Format: date-time
             * @description Whole seconds
             * @example 2026-03-01T00:00:00Z
             */
            deadline: string | null;
            /**
             * @description The role of a new member when the request names none
             * @example Editor
             */
            default_member_role: components["schemas"]["ProjectRole"];
            /**
             * @description Whether members can be added without naming a role
             * @example true
             */
            default_role_enabled: boolean;
            /** @example Summarize weekly support trends. */
            goal: string | null;
            /** @example proj_019ab5e07c1d7f438a525d2f6c1b9e07 */
            id: string;
            /**
             * @description Whether it is pinned by the user of the list; in other answers, by the caller
             * @example true
             */
            is_pinned: boolean;
            /**
             * Format: int32
             * @example 4
             */
            member_count: number;
            /** @example Customer Insights */
            name: string;
            /** @example Support analytics for Q1. */
            project_context: string | null;
            /**
             * @description Private: only members of the project can see it
             * @example Private
             */
            visibility: components["schemas"]["ProjectVisibility"];
        };
        AppProjectMemberDto: {
            /**
             * Format: date-time
             * @description Whole seconds
             * @example 2026-02-08T14:12:45Z
             */
            created_at: string;
            /** @example proj_019ab5e07c1d7f438a525d2f6c1b9e07 */
            project_id: string;
            /** @example Editor */
            role: components["schemas"]["ProjectRole"];
            /** @example user_019ab5e07c1d7f438a525d2f6c1b9e04 */
            user_id: string;
        };
        AppProjectMemberPageDto: {
            data: components["schemas"]["AppProjectMemberDto"][];
            /** @example false */
            has_next_page: boolean;
            /** @example false */
            has_previous_page: boolean;
            /**
             * Format: int32
             * @description Of all matches, not of the page
             * @example 1
             */
            total_count: number;
        };
        AppProjectPageDto: {
            data: components["schemas"]["AppProjectDto"][];
            /** @example false */
            has_next_page: boolean;
            /** @example false */
            has_previous_page: boolean;
            /**
             * Format: int32
             * @description Of all matches, not of the page
             * @example 1
             */
            total_count: number;
        };
        /** @enum {string} */
        AppRole: "AppAdmin" | "AppMember";
        AppUserDto: {
            /** @example acct_019ab5e07c1d7f438a525d2f6c1b9e06 */
            account_id: string;
            /**
             * Format: date-time
             * @description Whole seconds
             * @example 2026-02-08T14:12:45Z
             */
            created_at: string;
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /** @example user_019ab5e07c1d7f438a525d2f6c1b9e04 */
            id: string;
            /** @example Sasha Patel */
            name: string;
            /** @example org_019ab5e07c1d7f438a525d2f6c1b9e05 */
            org_id: string;
            /**
             * @example [
             *       "AppAdmin"
             *     ]
             */
            roles: components["schemas"]["AppRole"][];
            /** @example Active */
            state: components["schemas"]["MembershipState"];
        };
        AppUserInfoDto: {
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /**
             * @description For a new account
             * @example Patel
             */
            family_name?: string | null;
            /**
             * @description For a new account
             * @example Sasha
             */
            given_name?: string | null;
            /**
             * @description The user’s name in the organization
             * @example Sasha Patel
             */
            name: string;
        };
        AppUserPageDto: {
            data: components["schemas"]["AppUserDto"][];
            /** @example false */
            has_next_page: boolean;
            /** @example false */
            has_previous_page: boolean;
            /**
             * Format: int32
             * @description Of all matches, not of the page
             * @example 1
             */
            total_count: number;
        };
        AppUserStateDto: {
            /** @example user_019ab5e07c1d7f438a525d2f6c1b9e04 */
            id: string;
            /** @example Inactive */
            state: components["schemas"]["MembershipState"];
        };
        /** @enum {string} */
        AuditAction: "access.refused" | "account.cleared" | "account.displaced" | "account.released" | "account.taken_over" | "api_key.created" | "api_key.revoked" | "artifact.created" | "artifact.deleted" | "artifact.updated" | "authentication.failed" | "email.added" | "email.assigned" | "email.made_primary" | "email.removed" | "email.verified" | "factor.added" | "factor.removed" | "factors.reset" | "integration.created" | "integration.deleted" | "invitation.accepted" | "invitation.created" | "invitation.resent" | "invitation.revoked" | "invitation.updated" | "membership.created" | "membership.removed" | "membership.updated" | "organization.archived" | "organization.created" | "organization.restored" | "organization.updated" | "ownership.accepted" | "ownership.ended" | "ownership.offered" | "password.changed" | "password.reset" | "project.created" | "project.deleted" | "project.pinned" | "project.unpinned" | "project.updated" | "project_member.added" | "project_member.changed" | "project_member.removed" | "role.created" | "role.deleted" | "role.updated" | "service_account.created" | "service_account.deleted" | "service_account.updated" | "session.ended" | "session.opened" | "session.organization_switched" | "session.others_ended" | "session.stepped_up" | "team.created" | "team.deleted" | "team.member_added" | "team.member_changed" | "team.member_removed" | "team.updated" | "trusted_device.added" | "trusted_device.revoked" | "user.created" | "user.deleted" | "user.primary_organization_changed" | "user.registered" | "user.session_ended" | "user.sessions_ended" | "user.updated" | "users.exported";
        AuditActorDto: {
            /**
             * @description The actor’s name in the organization. Absent for an actor who is no longer in it
             * @example Sasha Patel
             */
            displayName?: string;
            /** @description Null for an unknown actor */
            id: string | null;
            /** @enum {string} */
            kind: "user" | "serviceAccount" | "root" | "anonymous";
        };
        AuditEntryDto: {
            /** @example organization.updated */
            action: components["schemas"]["AuditAction"];
            actor: components["schemas"]["AuditActorDto"];
            /** Format: date-time */
            at: string;
            /**
             * @description The old and new values of the change
             * @example {
             *       "name": {
             *         "before": "Aurora",
             *         "after": "Aurora Labs"
             *       }
             *     }
             */
            changes: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            /** @example 192.0.2.7 */
            remoteIp: string | null;
            requestId: string | null;
            target: components["schemas"]["AuditTargetDto"] | null;
            userAgent: string | null;
        };
        AuditPageDto: {
            items: components["schemas"]["AuditEntryDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        AuditTargetDto: {
            id: string;
            /** @example organization */
            kind: string;
        };
        AuthenticateWithPasskeyDto: {
            /**
             * @description `step_up` needs a session
             * @default sign_in
             * @enum {string}
             */
            purpose?: "sign_in" | "step_up";
            /** @description The result of `navigator.credentials.get()`, as AuthenticationResponseJSON */
            response: {
                [key: string]: unknown;
            };
        };
        AuthResultDto: {
            /** Format: date-time */
            expiresAt: string;
            /** @description The password is temporary or missing. The session can only set a new one */
            passwordChangeRequired: boolean;
            /** Format: uuid */
            sessionId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "authenticated";
            /** @description Send it as `Authorization: Bearer …` */
            token: string;
            /** @enum {string} */
            tokenType: "Bearer";
            /** Format: uuid */
            userId: string;
        };
        ChangeAppProjectMemberDto: {
            /**
             * @description Viewer, Commenter, Editor, Admin, Owner
             * @example Editor
             */
            role: string;
        };
        ChangePasswordDto: {
            /**
             * Format: password
             * @description Required unless the account has no password
             */
            currentPassword?: string;
            /** Format: password */
            newPassword: string;
            /**
             * @description Revoke all my API keys as well
             * @default false
             */
            revokeApiKeys?: boolean;
        };
        /** @enum {string} */
        Choice: "true" | "false";
        ChooseOrganizationDto: {
            /**
             * Format: uuid
             * @description An organization in which the caller is an active member
             */
            organizationId: string;
        };
        ContextMembershipDto: {
            /**
             * Format: date-time
             * @example 2025-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Educational consultants */
            description: string | null;
            /** Format: uuid */
            id: string;
            isPrimary: boolean;
            /**
             * Format: date-time
             * @example 2025-01-15T09:00:00.000Z
             */
            joinedAt: string;
            logoUrl: string | null;
            /** @example Praxia Academy */
            name: string;
            /** @example active */
            status: components["schemas"]["OrganizationStatus"];
            /**
             * Format: date-time
             * @example 2025-01-15T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization
             * @example Coach
             */
            userRole: string;
        };
        ContextMembershipsDto: {
            /** Format: uuid */
            currentOrganizationId: string | null;
            organizations: components["schemas"]["ContextMembershipDto"][];
        };
        ContextMembershipsEnvelopeDto: {
            data: components["schemas"]["ContextMembershipsDto"];
        };
        ContextUserDto: {
            avatarUrl: string | null;
            /**
             * Format: date
             * @example 1990-04-01
             */
            birthDate: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            currentOrganizationId: string | null;
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /** @example Sasha */
            firstName: string | null;
            /** Format: uuid */
            id: string;
            /** @example Patel */
            lastName: string | null;
            /** @example Sasha Patel */
            name: string;
            /**
             * @description E.164, or `anonymous`
             * @example +493012345678
             */
            phone: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        ContextUserEnvelopeDto: {
            data: components["schemas"]["ContextUserDto"];
        };
        CreateAppIntegrationDto: {
            /** @description The credentials of the product, in its own form. They are stored encrypted and never returned */
            credentials: {
                [key: string]: unknown;
            };
            /** @example Confluence */
            type: components["schemas"]["IntegrationType"];
        };
        CreateAppProjectDto: {
            /** @example Use approved templates. */
            answer_context?: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T00:00:00Z
             */
            deadline?: string | null;
            /**
             * @description The role of a new member when the request names none
             * @default Viewer
             * @enum {string}
             */
            default_member_role?: "Viewer" | "Commenter" | "Editor" | "Admin" | "Owner";
            /**
             * @description Whether members can be added without naming a role
             * @default false
             */
            default_role_enabled?: boolean;
            /** @example Summarize weekly support trends. */
            goal?: string | null;
            /** @example Customer Insights */
            name: string;
            /** @example Support analytics for Q1. */
            project_context?: string | null;
            /**
             * @description Private: only members of the project can see it
             * @default Private
             * @enum {string}
             */
            visibility?: "Private" | "Public";
        };
        CreateAppUserDto: {
            /**
             * @description `acct_…`, or the UUID. Default: a new account
             * @example acct_019ab5e07c1d7f438a525d2f6c1b9e06
             */
            account_id?: string;
            /**
             * @description AppAdmin or AppMember
             * @example AppMember
             */
            role: string;
            user_info: components["schemas"]["AppUserInfoDto"];
        };
        CreateOrganizationDto: {
            /** @example Aurora Labs */
            name: string;
            /**
             * @description Default: a free slug, made from the name
             * @example auroralabs
             */
            slug?: string;
        };
        CreateRoleDto: {
            /** @example Looks after the teams */
            description?: string | null;
            /**
             * @description Unique in the organization, and not similar to the name of a built-in role
             * @example Team lead
             */
            name: string;
            /**
             * @description The permissions in addition to those of every active member. A caller cannot grant a permission that they do not have
             * @example [
             *       "orgs:write"
             *     ]
             */
            permissions: components["schemas"]["Permission"][];
        };
        CreateServiceAccountDto: {
            /**
             * @default AppMember
             * @enum {string}
             */
            appRole?: "AppAdmin" | "AppMember";
            /** @example Deploys releases */
            description?: string | null;
            /**
             * @description OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization
             * @default Teacher
             * @example Teacher
             */
            role?: string;
            /**
             * @description Unique in the organization
             * @example ci-deploy-bot
             */
            username: string;
        };
        CreateTeamDto: {
            /**
             * Format: uuid
             * @description A role of the organization. New members of the team get it. Default: Teacher
             */
            defaultRoleId?: string;
            /**
             * @description Unique in the organization
             * @example Platform
             */
            name: string;
        };
        CreateTextArtifactDto: {
            /** @example Q1 Support Summary */
            name: string;
            /** @example Fewer questions about billing than in January. */
            text: string;
            /**
             * @default Document
             * @example Document
             */
            type?: string;
        };
        CreateUserDto: {
            /**
             * @description Default: given and family name, else the part of the address before the @
             * @example Alice Example
             */
            displayName?: string;
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** @example Example */
            familyName?: string | null;
            /** @example Alice */
            givenName?: string | null;
            /**
             * Format: locale-bcp47
             * @description The language of mails to the user, until the user saves another. Default: the caller’s language
             * @example pl
             */
            locale?: string | null;
        };
        CurrentOrganizationDto: {
            /**
             * Format: date-time
             * @example 2025-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Educational consultants */
            description: string | null;
            /** Format: uuid */
            id: string;
            logoUrl: string | null;
            /** @example Praxia Academy */
            name: string;
            /** @example {} */
            settings: {
                [key: string]: unknown;
            };
            /** @example active */
            status: components["schemas"]["OrganizationStatus"];
            /**
             * Format: date-time
             * @example 2025-01-15T09:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description The role of the caller
             * @example Coach
             */
            userRole: string | null;
        };
        CurrentOrganizationEnvelopeDto: {
            /** @description Null when no organization is active */
            data: components["schemas"]["CurrentOrganizationDto"] | null;
        };
        DirectoryMembershipDto: {
            /** @example AppAdmin */
            appRole: components["schemas"]["AppRole"];
            /** Format: uuid */
            organizationId: string;
            /** @example auroralabs */
            organizationSlug: string;
            /** @example OrganizationAdmin */
            role: string;
            /** @example Active */
            state: components["schemas"]["MembershipState"];
        };
        DirectoryUserDetailsDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /** @example Alice Example */
            displayName: string;
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** @example Example */
            familyName: string | null;
            /** @example Alice */
            givenName: string | null;
            /** Format: uuid */
            id: string;
            /**
             * @description `pending` until the first sign-in
             * @example active
             */
            status: components["schemas"]["UserStatus"];
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of a user or service account, or `root` */
            updatedBy: string;
        };
        DirectoryUserDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /** @example Alice Example */
            displayName: string;
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** @example Example */
            familyName: string | null;
            /** @example Alice */
            givenName: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of a user or service account, or `root` */
            updatedBy: string;
        };
        DirectoryUserPageDto: {
            items: components["schemas"]["DirectoryUserDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        EmailDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of a user or service account, or `root` */
            updatedBy: string;
            /** Format: uuid */
            userId: string;
            /**
             * Format: date-time
             * @description Null until it is verified
             */
            verifiedAt: string | null;
        };
        EmailListDto: {
            items: components["schemas"]["EmailDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        ExistingDto: {
            /** Format: uuid */
            id: string;
        };
        FactorsDto: {
            /**
             * Format: int32
             * @description The number of passkeys
             */
            passkeys: number;
            /** @description Whether the account has a password */
            passwordSet: boolean;
            /** @description The number of recovery codes that were not used */
            recoveryCodesLeft: number;
            /**
             * Format: date-time
             * @description When the authenticator app was activated. Null: there is none
             */
            totpActivatedAt: string | null;
        };
        ForgotPasswordDto: {
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
        };
        HealthDto: {
            /** @enum {string} */
            status: "ok";
        };
        IdentityDto: {
            /**
             * @example {
             *       "projects": true
             *     }
             */
            featureFlags: {
                [key: string]: boolean;
            };
            organization: components["schemas"]["IdentityOrganizationDto"] | null;
            /** @description Null for an API key */
            session: components["schemas"]["IdentitySessionDto"] | null;
            user: components["schemas"]["IdentityUserDto"];
        };
        IdentityOrganizationDto: {
            appRole: components["schemas"]["AppRole"] | null;
            /** Format: uuid */
            id: string;
            /** @example Aurora Labs */
            name: string;
            /** @example OrganizationAdmin */
            role: string | null;
            /** @example auroralabs */
            slug: string;
        };
        IdentitySessionDto: {
            /**
             * @description RFC 8176
             * @example [
             *       "pwd"
             *     ]
             */
            amr: string[];
            /** Format: date-time */
            authTime: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Null without a valid step-up
             */
            stepUpExpiresAt: string | null;
        };
        IdentityUserDto: {
            avatarUrl: string | null;
            /** @example Sasha Patel */
            displayName: string;
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /** Format: uuid */
            id: string;
            /**
             * @description BCP 47
             * @example en
             */
            locale: string | null;
        };
        InputErrorDto: {
            /** @example is_email */
            code: string;
            /** @example Must be an e-mail address. */
            detail: string;
            /**
             * @description RFC 6901 JSON pointer to the value
             * @example /email
             */
            pointer: string;
        };
        /** @enum {string} */
        IntegrationType: "Confluence" | "Jira" | "SharePoint";
        InvitationDto: {
            /** Format: date-time */
            acceptedAt: string | null;
            /** @example AppMember */
            appRole: components["schemas"]["AppRole"];
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @example Teacher */
            role: string;
            /** @example pending */
            state: components["schemas"]["InvitationState"];
        };
        InvitationPageDto: {
            items: components["schemas"]["InvitationDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        InvitationPreviewDto: {
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description Whether an account has proved the address. If true, sign in and accept. Otherwise register */
            hasAccount: boolean;
            organization: components["schemas"]["InvitingOrganizationDto"];
            /** @example Teacher */
            role: string;
        };
        /** @enum {string} */
        InvitationState: "pending" | "accepted" | "revoked" | "expired";
        InvitationTokenDto: {
            /** @description From the link in the mail */
            token: string;
        };
        InviteDto: {
            /** @description Default: the app role of the pending invitation, else AppMember */
            appRole?: components["schemas"]["AppRole"];
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /**
             * Format: locale-bcp47
             * @description The language of the mail, unless the owner of the address has saved one. It is also the language of an account that is created by accepting, unless the registration names one. Default: the language of the pending invitation, else for the mail the caller’s
             * @example en
             */
            locale?: string;
            /**
             * @description OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization. Default: the role of the pending invitation, else Teacher
             * @example Coach
             */
            role?: string;
        };
        InvitingOrganizationDto: {
            logoUrl: string | null;
            /** @example Aurora Labs */
            name: string;
            /** @example auroralabs */
            slug: string;
        };
        ListedOrganizationDto: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            logoUrl: string | null;
            /**
             * Format: int32
             * @description Inactive members are included
             * @example 3
             */
            memberCount: number;
            /** @example Aurora Labs */
            name: string;
            /** @example auroralabs */
            slug: string;
            /** @example active */
            status: components["schemas"]["OrganizationStatus"];
            /** Format: date-time */
            updatedAt: string;
        };
        ListedOrganizationPageDto: {
            items: components["schemas"]["ListedOrganizationDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        LoginDto: {
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /**
             * Format: password
             * @example the password printed at the start
             */
            password: string;
        };
        LoginEntryDto: {
            /** Format: date-time */
            authTime: string;
            /** @description The same for all logins of one browser */
            deviceId: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @description Whether it is the login of this request */
            isCurrent: boolean;
            /**
             * Format: date-time
             * @description Can be a minute late
             */
            lastUsedAt: string;
            /** @example 192.0.2.7 */
            remoteIp: string;
            userAgent: string;
        };
        LoginListDto: {
            items: components["schemas"]["LoginEntryDto"][];
        };
        MemberDto: {
            /** @example AppAdmin */
            appRole: components["schemas"]["AppRole"];
            avatarUrl: string | null;
            /**
             * @description The name in this organization, else the user’s own
             * @example Sasha Patel
             */
            displayName: string;
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            email: string;
            /**
             * Format: uuid
             * @description Id of the membership
             */
            id: string;
            /** @description Whether the member’s logins start in this organization */
            isPrimary: boolean;
            /** Format: date-time */
            joinedAt: string;
            /**
             * Format: date-time
             * @description The last sign-in to the account, null before the first. OrganizationAdmins only
             */
            lastSignInAt?: string | null;
            /** @example OrganizationAdmin */
            role: string;
            /** @description Whether the account has an authenticator app or a passkey. OrganizationAdmins only */
            secondFactor?: boolean;
            /** @example Active */
            state: components["schemas"]["MembershipState"];
            /** Format: uuid */
            userId: string;
        };
        MemberPageDto: {
            items: components["schemas"]["MemberDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        /** @enum {string} */
        MembershipState: "Active" | "Inactive";
        MfaLoginDto: {
            /** @example 123456 */
            code: string;
            /** @enum {string} */
            method: "totp" | "recovery_code";
            /** @description From the answer of the first step */
            mfaToken: string;
            /**
             * @description Skip the second factor in this browser for 30 days
             * @default false
             */
            trustDevice?: boolean;
        };
        MfaRequiredDto: {
            /** Format: date-time */
            expiresAt: string;
            methods: ("totp" | "recovery_code" | "passkey")[];
            /** @description For `POST /api/v1/auth/login/mfa` */
            mfaToken: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "mfa_required";
        };
        MintApiKeyDto: {
            /**
             * Format: date-time
             * @description When the key expires. Null: it does not expire
             * @example 2030-01-01T00:00:00.000Z
             */
            expiresAt?: string | null;
            /**
             * @description The purpose of the key
             * @example Nightly export
             */
            name: string;
            /**
             * @description Slug or id of the organization in which the key works. Default: the organization of the request
             * @example auroralabs
             */
            organization?: string;
            /**
             * @default [
             *       "users:read",
             *       "orgs:read",
             *       "projects:read"
             *     ]
             * @example [
             *       "users:read",
             *       "orgs:read",
             *       "projects:read"
             *     ]
             */
            scopes?: components["schemas"]["Scope"][];
            /**
             * Format: uuid
             * @description A service account of that organization, as the owner of the key
             */
            serviceAccountId?: string | null;
        };
        MintedApiKeyDto: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null if it does not expire
             */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * @description The key itself. It is shown only once: store it like a password
             * @example atr_live_Ky9Pf34qY6Nb3wWD25RQ4F5ZR3qa7yEeeby3abP3E2Zs8IQ9Y
             */
            key: string;
            /**
             * Format: date-time
             * @description Can be a minute late
             */
            lastUsedAt: string | null;
            /** @example Nightly export */
            name: string;
            /**
             * Format: uuid
             * @description The only organization in which the key works
             */
            organizationId: string;
            /**
             * @description The beginning of the key, to recognize it
             * @example atr_live_Ky9Pf34q
             */
            prefix: string;
            /**
             * @example [
             *       "users:read",
             *       "orgs:read",
             *       "projects:read"
             *     ]
             */
            scopes: components["schemas"]["Scope"][];
            /**
             * Format: uuid
             * @description Null for the key of a person
             */
            serviceAccountId: string | null;
        };
        MyOrganizationDto: {
            /** @example AppAdmin */
            appRole: components["schemas"]["AppRole"];
            /** Format: uuid */
            id: string;
            isPrimary: boolean;
            /** Format: date-time */
            joinedAt: string;
            logoUrl: string | null;
            /** @example Aurora Labs */
            name: string;
            /** @example OrganizationAdmin */
            role: string;
            /** @example auroralabs */
            slug: string;
            /** @example Active */
            state: components["schemas"]["MembershipState"];
        };
        MyOrganizationListDto: {
            items: components["schemas"]["MyOrganizationDto"][];
        };
        MyTeamDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /**
             * Format: uuid
             * @description The role of a new member of the team
             */
            defaultRoleId: string;
            /** Format: uuid */
            id: string;
            /** @example Platform */
            name: string;
            /** Format: uuid */
            organizationId: string;
            /**
             * @description The caller’s role in the team
             * @example Manager
             */
            role: string;
            /** Format: uuid */
            roleId: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of a user or service account, or `root` */
            updatedBy: string;
        };
        MyTeamListDto: {
            items: components["schemas"]["MyTeamDto"][];
        };
        OfferOwnershipDto: {
            /**
             * Format: uuid
             * @description The membership of the member who gets the offer
             */
            memberId: string;
        };
        OrganizationDto: {
            /** @example AppAdmin */
            appRole: components["schemas"]["AppRole"] | null;
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: uuid */
            id: string;
            logoUrl: string | null;
            /** @example Aurora Labs */
            name: string;
            /**
             * @description The role of the caller; null for root
             * @example OrganizationAdmin
             */
            role: string | null;
            /**
             * @example {
             *       "features": {
             *         "beta": true
             *       }
             *     }
             */
            settings: {
                [key: string]: unknown;
            };
            /** @example auroralabs */
            slug: string;
            /** @example active */
            status: components["schemas"]["OrganizationStatus"];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @enum {string} */
        OrganizationStatus: "active" | "archived";
        OwnedApiKeyDto: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null if it does not expire
             */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Can be a minute late
             */
            lastUsedAt: string | null;
            /** @example Nightly export */
            name: string;
            /**
             * Format: uuid
             * @description The only organization in which the key works
             */
            organizationId: string;
            owner: components["schemas"]["ApiKeyOwnerDto"];
            /**
             * @description The beginning of the key, to recognize it
             * @example atr_live_Ky9Pf34q
             */
            prefix: string;
            /**
             * @example [
             *       "users:read",
             *       "orgs:read",
             *       "projects:read"
             *     ]
             */
            scopes: components["schemas"]["Scope"][];
            /**
             * Format: uuid
             * @description Null for the key of a person
             */
            serviceAccountId: string | null;
        };
        OwnedApiKeyPageDto: {
            items: components["schemas"]["OwnedApiKeyDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        OwnershipOfferDto: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: uuid
             * @description The membership of the member who offers
             */
            fromMemberId: string;
            /**
             * Format: uuid
             * @description The membership of the member who gets the offer
             */
            toMemberId: string;
        };
        PasskeyDto: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** @example Laptop */
            name: string;
        };
        PasskeyListDto: {
            items: components["schemas"]["PasskeyDto"][];
        };
        PasskeyPurposeDto: {
            /**
             * @description `step_up` needs a session
             * @default sign_in
             * @enum {string}
             */
            purpose?: "sign_in" | "step_up";
        };
        /** @enum {string} */
        Permission: "users:read" | "users:write" | "orgs:read" | "orgs:write";
        PersonalDataDto: {
            /** @description Without the secrets */
            apiKeys: {
                [key: string]: unknown;
            }[];
            /** @description The events that the user caused, and those that concern the user */
            audit: {
                [key: string]: unknown;
            }[];
            emails: {
                [key: string]: unknown;
            }[];
            knownDevices: {
                [key: string]: unknown;
            }[];
            logins: {
                [key: string]: unknown;
            }[];
            memberships: {
                [key: string]: unknown;
            }[];
            profile: {
                [key: string]: unknown;
            };
            secondFactors: {
                [key: string]: unknown;
            };
            teams: {
                [key: string]: unknown;
            }[];
            trustedDevices: {
                [key: string]: unknown;
            }[];
        };
        PrimaryOrganizationDto: {
            /** Format: uuid */
            primaryOrganizationId: string;
            /** @example Coach */
            role: string;
        };
        PrimaryOrganizationEnvelopeDto: {
            data: components["schemas"]["PrimaryOrganizationDto"];
        };
        /** @enum {string} */
        ProblemCode: "account_already_linked" | "account_not_managed" | "already_member" | "already_project_member" | "api_key_not_found" | "artifact_not_found" | "bad_request" | "cross_site_request" | "current_password_wrong" | "email_not_found" | "email_not_verified" | "email_taken" | "expectation_failed" | "headers_too_large" | "insufficient_role" | "insufficient_scope" | "integration_exists" | "integration_not_found" | "internal_error" | "invalid_code" | "invalid_credentials" | "invalid_marker" | "invalid_passkey" | "invalid_role" | "invalid_token" | "invitation_closed" | "invitation_not_found" | "last_app_admin" | "last_organization_admin" | "last_project_owner" | "last_verified_email" | "malformed_body" | "malformed_json" | "membership_inactive" | "method_not_allowed" | "no_second_factor" | "not_a_member" | "not_found" | "organization_archived" | "organization_not_found" | "organization_required" | "own_offer" | "ownership_offer_not_found" | "passkey_not_found" | "passkey_registered" | "password_change_required" | "payload_too_large" | "primary_email" | "project_member_not_found" | "project_not_found" | "recovery_required" | "registration_closed" | "request_timeout" | "role_built_in" | "role_in_use" | "role_name_taken" | "role_not_found" | "service_account_not_found" | "session_not_found" | "session_required" | "slug_taken" | "step_up_required" | "team_name_taken" | "team_not_found" | "too_many_api_keys" | "too_many_emails" | "too_many_organizations" | "too_many_requests" | "too_many_slugs" | "totp_active" | "totp_not_set_up" | "trusted_device_not_found" | "unauthenticated" | "unavailable" | "unsupported_media_type" | "user_not_found" | "user_required" | "username_taken" | "validation_failed";
        ProblemDto: {
            /** @description Stable: programs should compare this value */
            code: components["schemas"]["ProblemCode"];
            detail: string;
            errors?: components["schemas"]["InputErrorDto"][];
            /** @description For `team_name_taken`, `role_name_taken` and `username_taken` at a creation: the thing that has the name, if the caller may read it. A caller who lost the answer of a first try finds the thing with it. */
            existing?: components["schemas"]["ExistingDto"];
            /** @description The path of the request */
            instance: string;
            /** @description For `step_up_required`: the methods with which the caller can step up */
            methods?: components["schemas"]["StepUpMethod"][];
            /** @description The value of the X-Request-Id header */
            requestId: string;
            /** Format: int32 */
            status: number;
            title: string;
            /**
             * Format: uri
             * @description A page that explains the problem
             */
            type: string;
        };
        ProfileDto: {
            /**
             * Format: int32
             * @description The number of open sessions of the user
             * @example 1
             */
            activeSessions: number;
            avatarUrl?: string;
            bio?: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: email
             * @example sasha@auroralabs.com
             */
            defaultEmail?: string;
            /** Format: uuid */
            id: string;
            /**
             * @description BCP 47
             * @example en
             */
            locale?: string;
            /** @example Sasha Patel */
            name: string;
            /**
             * @description E.164, or `anonymous` when the user withholds it
             * @example +493012345678
             */
            phoneNumber?: string | "anonymous";
            /**
             * @default pending
             * @example active
             * @enum {string}
             */
            status: "pending" | "active" | "suspended";
            /**
             * @description IANA time zone
             * @example Europe/Berlin
             */
            timezone?: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @enum {string} */
        ProjectRole: "Viewer" | "Commenter" | "Editor" | "Admin" | "Owner";
        /** @enum {string} */
        ProjectVisibility: "Private" | "Public";
        PutTeamMemberDto: {
            /**
             * Format: uuid
             * @description A role of the organization. Default: the team’s default role
             */
            roleId?: string;
        };
        ReadinessDetailsDto: {
            /** @description Accounts that would have the same e-mail address in its present form. The last start did not change them */
            addressConflicts: components["schemas"]["AddressConflictDto"][];
        };
        ReadinessDto: {
            /** @description For the root key only */
            details?: components["schemas"]["ReadinessDetailsDto"];
            /** @enum {string} */
            status: "ok";
        };
        RecoveryCodesDto: {
            /** @description Each code works once. The codes are shown only here */
            recoveryCodes: string[];
        };
        RegisterDto: {
            /** @example Alice Example */
            displayName?: string;
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** @example Example */
            familyName?: string;
            /** @example Alice */
            givenName?: string;
            /**
             * Format: locale-bcp47
             * @example en
             */
            locale?: string;
            /**
             * @description Creates an organization, with the user as its administrator
             * @example Example Inc.
             */
            organizationName?: string;
            /**
             * Format: password
             * @example correct horse battery staple
             */
            password: string;
        };
        RegisterInvitedDto: {
            /** @example Alice Example */
            displayName?: string;
            /** @example Example */
            familyName?: string;
            /** @example Alice */
            givenName?: string;
            /**
             * Format: locale-bcp47
             * @example en
             */
            locale?: string;
            /**
             * Format: password
             * @example correct horse battery staple
             */
            password: string;
            /** @description From the link in the mail */
            token: string;
        };
        RegisterPasskeyDto: {
            /** @example Laptop */
            name?: string;
            /** @description The result of `navigator.credentials.create()`, as RegistrationResponseJSON */
            response: {
                [key: string]: unknown;
            };
        };
        ResetPasswordDto: {
            /** Format: password */
            newPassword: string;
            /** @description From the link in the mail */
            token: string;
        };
        RestoreOrganizationDto: {
            /**
             * Format: email
             * @description Required when the organization has no active administrator, otherwise refused. The address is invited as OrganizationAdmin and AppAdmin
             * @example alice@example.com
             */
            administratorEmail?: string;
        };
        RoleDto: {
            /** @description Built-in roles are the same in every organization, and cannot be changed */
            builtIn: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /** @example Looks after the teams */
            description: string | null;
            /** Format: uuid */
            id: string;
            /** @example Team lead */
            name: string;
            /**
             * Format: uuid
             * @description Null for the built-in roles
             */
            organizationId: string | null;
            /**
             * @description The permissions in addition to those of every active member
             * @example [
             *       "orgs:write"
             *     ]
             */
            permissions: components["schemas"]["Permission"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of a user or service account, or `root` */
            updatedBy: string;
        };
        RolePageDto: {
            items: components["schemas"]["RoleDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        RootCallerDto: {
            root: components["schemas"]["RootIdentityDto"];
        };
        RootIdentityDto: Record<string, never>;
        /** @enum {string} */
        Scope: "users:read" | "users:write" | "orgs:read" | "orgs:write" | "projects:read" | "projects:write";
        ServiceAccountCallerDto: {
            serviceAccount: components["schemas"]["ServiceAccountDto"];
        };
        ServiceAccountDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            description: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of a user or service account, or `root` */
            updatedBy: string;
            /** @example ci-deploy-bot */
            username: string;
        };
        ServiceAccountPageDto: {
            items: components["schemas"]["ServiceAccountDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        StepUpDto: {
            /**
             * @description For the other methods
             * @example 123456
             */
            code?: string;
            /** @enum {string} */
            method: "password" | "totp" | "recovery_code";
            /**
             * Format: password
             * @description For the method `password`
             */
            password?: string;
        };
        /** @enum {string} */
        StepUpMethod: "password" | "totp" | "recovery_code" | "passkey";
        SwitchedOrganizationDto: {
            /** Format: uuid */
            currentOrganizationId: string;
            /** @example Coach */
            role: string;
        };
        SwitchedOrganizationEnvelopeDto: {
            data: components["schemas"]["SwitchedOrganizationDto"];
        };
        TeamDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /**
             * Format: uuid
             * @description The role of a new member of the team
             */
            defaultRoleId: string;
            /** Format: uuid */
            id: string;
            /** @example Platform */
            name: string;
            /** Format: uuid */
            organizationId: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of a user or service account, or `root` */
            updatedBy: string;
        };
        TeamMemberDto: {
            /**
             * Format: date-time
             * @description When the user was added to the team
             */
            createdAt: string;
            /** @description Id of a user or service account, or `root` */
            createdBy: string;
            /** @example Alice Example */
            displayName: string;
            /**
             * Format: email
             * @example alice@example.com
             */
            email: string;
            /** Format: uuid */
            membershipId: string;
            /**
             * @description The role in the team. It does not depend on the role in the organization
             * @example Teacher
             */
            role: string;
            /** Format: uuid */
            roleId: string;
            /** Format: uuid */
            userId: string;
        };
        TeamMemberPageDto: {
            items: components["schemas"]["TeamMemberDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        TeamPageDto: {
            items: components["schemas"]["TeamDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        TemporaryPasswordDto: {
            /** @description Shown once */
            password: string;
        };
        /** @enum {string} */
        TextDirection: "ltr" | "rtl";
        TotpSetupDto: {
            /** @example otpauth://totp/Atrium:alice%40example.com?secret=…&issuer=Atrium */
            otpauthUri: string;
            /** @description Data URI of an SVG */
            qrCode: string;
            /**
             * @description Base 32
             * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
             */
            secret: string;
        };
        TrustedDeviceDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description The same id as in the logins of the browser */
            deviceId: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @example 192.0.2.7 */
            remoteIp: string;
            userAgent: string;
        };
        TrustedDeviceListDto: {
            items: components["schemas"]["TrustedDeviceDto"][];
        };
        UpdateAccountLanguageDto: {
            /**
             * Format: locale-bcp47
             * @description The language in which agents reply
             * @example fr
             */
            agentCommunicationLocale?: string | null;
            /**
             * Format: locale-bcp47
             * @description The language of the interface
             * @example de-AT
             */
            locale?: string | null;
        };
        UpdateAccountUserDto: {
            bio?: string | null;
            /**
             * Format: date
             * @example 1990-04-01
             */
            birthDate?: string | null;
            /** @example Sasha Patel */
            displayName?: string;
            /** @example Patel */
            familyName?: string | null;
            /** @example Sasha */
            givenName?: string | null;
            /**
             * @description A phone number in E.164: `+`, the country code and the number. Spaces, hyphens, dots, slashes and brackets are removed. National numbers without a country code, numbers with `00` instead of `+`, and extensions are refused. The word `anonymous` withholds the number.
             * @example +493012345678
             */
            phoneNumber?: string | null;
            /**
             * Format: timezone
             * @example Europe/Berlin
             */
            timezone?: string | null;
        };
        UpdateAppArtifactDto: {
            /** @example Q1 Support Summary */
            name?: string;
            /** @example Document */
            type?: string;
        };
        UpdateAppProjectDto: {
            /** @example Use approved templates. */
            answer_context?: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T00:00:00Z
             */
            deadline?: string | null;
            /** @description The role of a new member when the request names none */
            default_member_role?: components["schemas"]["ProjectRole"];
            /** @description Whether members can be added without naming a role */
            default_role_enabled?: boolean;
            /** @example Summarize weekly support trends. */
            goal?: string | null;
            /** @example Customer Insights */
            name?: string;
            /** @example Support analytics for Q1. */
            project_context?: string | null;
            /** @description Private: only members of the project can see it */
            visibility?: components["schemas"]["ProjectVisibility"];
        };
        UpdateAppUserDto: {
            /**
             * @description The user’s name in the organization
             * @example Sasha Patel
             */
            name?: string;
            /**
             * @description AppAdmin or AppMember
             * @example AppAdmin
             */
            role?: string;
        };
        UpdateContextUserDto: {
            /**
             * Format: uri
             * @example https://example.com/sasha.webp
             */
            avatarUrl?: string | null;
            /**
             * Format: date
             * @example 1990-04-01
             */
            birthDate?: string | null;
            /** @example Sasha */
            firstName?: string | null;
            /** @example Patel */
            lastName?: string | null;
            /** @example Sasha Patel */
            name?: string;
            /**
             * @description A phone number in E.164: `+`, the country code and the number. Spaces, hyphens, dots, slashes and brackets are removed. National numbers without a country code, numbers with `00` instead of `+`, and extensions are refused. The word `anonymous` withholds the number.
             * @example +493012345678
             */
            phone?: string | null;
        };
        UpdateMeDto: {
            /** @example Alice Example */
            displayName?: string;
            /**
             * Format: email
             * @description Becomes the primary address once it is verified by the link mailed to it
             * @example alice@example.com
             */
            email?: string;
            /** @example Example */
            familyName?: string | null;
            /** @example Alice */
            givenName?: string | null;
        };
        UpdateMemberDto: {
            appRole?: components["schemas"]["AppRole"];
            /**
             * @description OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization
             * @example Manager
             */
            role?: string;
            state?: components["schemas"]["MembershipState"];
        };
        UpdateOrganizationDto: {
            /** @example Educational consultants */
            description?: string | null;
            /**
             * Format: uri
             * @example https://example.com/aurora.webp
             */
            logoUrl?: string | null;
            /** @example Aurora Labs */
            name?: string;
            /**
             * @description Merged into the present settings (RFC 7396): `null` removes a key. At most 16 KiB of JSON in all. The booleans of `features`
             *     override the feature flags that `GET /api/v1/auth/me` shows to the members.
             * @example {
             *       "features": {
             *         "beta": true
             *       }
             *     }
             */
            settings?: {
                [key: string]: unknown;
            };
            /**
             * @description The former slug redirects to the new one, and remains reserved for the organization
             * @example auroralabs
             */
            slug?: string;
        };
        UpdateProfileDto: {
            /**
             * Format: uri
             * @example https://example.com/sasha.webp
             */
            avatarUrl?: string | null;
            bio?: string | null;
            /**
             * Format: locale-bcp47
             * @example en
             */
            locale?: string | null;
            /** @example Sasha Patel */
            name?: string;
            /**
             * Format: timezone
             * @example Europe/Berlin
             */
            timezone?: string | null;
        };
        UpdateRoleDto: {
            /** @example Looks after the teams */
            description?: string | null;
            /**
             * @description Unique in the organization, and not similar to the name of a built-in role
             * @example Team lead
             */
            name?: string;
            /**
             * @description The permissions in addition to those of every active member. A caller cannot grant a permission that they do not have
             * @example [
             *       "orgs:write"
             *     ]
             */
            permissions?: components["schemas"]["Permission"][];
        };
        UpdateServiceAccountDto: {
            appRole?: components["schemas"]["AppRole"];
            description?: string | null;
            /**
             * @description OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization
             * @example Teacher
             */
            role?: string;
            /**
             * @description Unique in the organization
             * @example ci-deploy-bot
             */
            username?: string;
        };
        UpdateTeamDto: {
            /**
             * Format: uuid
             * @description A role of the organization. New members of the team get it
             */
            defaultRoleId?: string;
            /**
             * @description Unique in the organization
             * @example Platform
             */
            name?: string;
        };
        UpdateTeamMemberDto: {
            /**
             * Format: uuid
             * @description A role of the organization
             */
            roleId: string;
        };
        UpdateUserDto: {
            /** @example Alice Example */
            displayName?: string;
            /**
             * Format: email
             * @description Replaces the primary address at once. The old address is notified by mail
             * @example alice@example.com
             */
            email?: string;
            /** @example Example */
            familyName?: string | null;
            /** @example Alice */
            givenName?: string | null;
        };
        UserCallerDto: {
            /** @description The organizations of the user */
            memberships: components["schemas"]["DirectoryMembershipDto"][];
            user: components["schemas"]["DirectoryUserDto"];
        };
        UserSessionDto: {
            /**
             * @description The methods of the sign-in (RFC 8176)
             * @example [
             *       "pwd",
             *       "otp",
             *       "mfa"
             *     ]
             */
            amr: string[];
            /** Format: date-time */
            authTime: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Can be a minute late
             */
            lastUsedAt: string;
            /** @example 192.0.2.7 */
            remoteIp: string;
            userAgent: string;
        };
        UserSessionPageDto: {
            items: components["schemas"]["UserSessionDto"][];
            /** @description Send it to get the next page. Omitted on the last page. */
            marker?: string;
        };
        /** @enum {string} */
        UserStatus: "pending" | "active" | "suspended";
        VerificationSentDto: {
            /** @enum {string} */
            status: "verification_sent";
        };
        VerifyEmailDto: {
            /**
             * Format: password
             * @description The password of the registration. It becomes valid only if the request has it, or the device cookie of the browser that registered
             */
            password?: string;
            /** @description From the link in the mail */
            token: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The scheme, and for a step-up its error (RFC 9470) */
        Challenge: string;
        /** @description Names the request in the log */
        RequestId: string;
        /** @description Seconds to wait */
        RetryAfter: number;
    };
    pathItems: never;
}
export type AccountLanguageDto = components['schemas']['AccountLanguageDto'];
export type AccountLocaleDto = components['schemas']['AccountLocaleDto'];
export type AccountLocaleListDto = components['schemas']['AccountLocaleListDto'];
export type AccountUserDto = components['schemas']['AccountUserDto'];
export type ActivateTotpDto = components['schemas']['ActivateTotpDto'];
export type AddAppProjectMemberDto = components['schemas']['AddAppProjectMemberDto'];
export type AddEmailDto = components['schemas']['AddEmailDto'];
export type AddressConflictDto = components['schemas']['AddressConflictDto'];
export type ApiKeyDto = components['schemas']['ApiKeyDto'];
export type ApiKeyOwnerDto = components['schemas']['ApiKeyOwnerDto'];
export type ApiKeyPageDto = components['schemas']['ApiKeyPageDto'];
export type AppArtifactDto = components['schemas']['AppArtifactDto'];
export type AppArtifactPageDto = components['schemas']['AppArtifactPageDto'];
export type AppIntegrationDto = components['schemas']['AppIntegrationDto'];
export type AppLocale = components['schemas']['AppLocale'];
export type AppLocaleDto = components['schemas']['AppLocaleDto'];
export type AppMeDto = components['schemas']['AppMeDto'];
export type AppProjectDto = components['schemas']['AppProjectDto'];
export type AppProjectMemberDto = components['schemas']['AppProjectMemberDto'];
export type AppProjectMemberPageDto = components['schemas']['AppProjectMemberPageDto'];
export type AppProjectPageDto = components['schemas']['AppProjectPageDto'];
export type AppRole = components['schemas']['AppRole'];
export type AppUserDto = components['schemas']['AppUserDto'];
export type AppUserInfoDto = components['schemas']['AppUserInfoDto'];
export type AppUserPageDto = components['schemas']['AppUserPageDto'];
export type AppUserStateDto = components['schemas']['AppUserStateDto'];
export type AuditAction = components['schemas']['AuditAction'];
export type AuditActorDto = components['schemas']['AuditActorDto'];
export type AuditEntryDto = components['schemas']['AuditEntryDto'];
export type AuditPageDto = components['schemas']['AuditPageDto'];
export type AuditTargetDto = components['schemas']['AuditTargetDto'];
export type AuthenticateWithPasskeyDto = components['schemas']['AuthenticateWithPasskeyDto'];
export type AuthResultDto = components['schemas']['AuthResultDto'];
export type ChangeAppProjectMemberDto = components['schemas']['ChangeAppProjectMemberDto'];
export type ChangePasswordDto = components['schemas']['ChangePasswordDto'];
export type Choice = components['schemas']['Choice'];
export type ChooseOrganizationDto = components['schemas']['ChooseOrganizationDto'];
export type ContextMembershipDto = components['schemas']['ContextMembershipDto'];
export type ContextMembershipsDto = components['schemas']['ContextMembershipsDto'];
export type ContextMembershipsEnvelopeDto = components['schemas']['ContextMembershipsEnvelopeDto'];
export type ContextUserDto = components['schemas']['ContextUserDto'];
export type ContextUserEnvelopeDto = components['schemas']['ContextUserEnvelopeDto'];
export type CreateAppIntegrationDto = components['schemas']['CreateAppIntegrationDto'];
export type CreateAppProjectDto = components['schemas']['CreateAppProjectDto'];
export type CreateAppUserDto = components['schemas']['CreateAppUserDto'];
export type CreateOrganizationDto = components['schemas']['CreateOrganizationDto'];
export type CreateRoleDto = components['schemas']['CreateRoleDto'];
export type CreateServiceAccountDto = components['schemas']['CreateServiceAccountDto'];
export type CreateTeamDto = components['schemas']['CreateTeamDto'];
export type CreateTextArtifactDto = components['schemas']['CreateTextArtifactDto'];
export type CreateUserDto = components['schemas']['CreateUserDto'];
export type CurrentOrganizationDto = components['schemas']['CurrentOrganizationDto'];
export type CurrentOrganizationEnvelopeDto = components['schemas']['CurrentOrganizationEnvelopeDto'];
export type DirectoryMembershipDto = components['schemas']['DirectoryMembershipDto'];
export type DirectoryUserDetailsDto = components['schemas']['DirectoryUserDetailsDto'];
export type DirectoryUserDto = components['schemas']['DirectoryUserDto'];
export type DirectoryUserPageDto = components['schemas']['DirectoryUserPageDto'];
export type EmailDto = components['schemas']['EmailDto'];
export type EmailListDto = components['schemas']['EmailListDto'];
export type ExistingDto = components['schemas']['ExistingDto'];
export type FactorsDto = components['schemas']['FactorsDto'];
export type ForgotPasswordDto = components['schemas']['ForgotPasswordDto'];
export type HealthDto = components['schemas']['HealthDto'];
export type IdentityDto = components['schemas']['IdentityDto'];
export type IdentityOrganizationDto = components['schemas']['IdentityOrganizationDto'];
export type IdentitySessionDto = components['schemas']['IdentitySessionDto'];
export type IdentityUserDto = components['schemas']['IdentityUserDto'];
export type InputErrorDto = components['schemas']['InputErrorDto'];
export type IntegrationType = components['schemas']['IntegrationType'];
export type InvitationDto = components['schemas']['InvitationDto'];
export type InvitationPageDto = components['schemas']['InvitationPageDto'];
export type InvitationPreviewDto = components['schemas']['InvitationPreviewDto'];
export type InvitationState = components['schemas']['InvitationState'];
export type InvitationTokenDto = components['schemas']['InvitationTokenDto'];
export type InviteDto = components['schemas']['InviteDto'];
export type InvitingOrganizationDto = components['schemas']['InvitingOrganizationDto'];
export type ListedOrganizationDto = components['schemas']['ListedOrganizationDto'];
export type ListedOrganizationPageDto = components['schemas']['ListedOrganizationPageDto'];
export type LoginDto = components['schemas']['LoginDto'];
export type LoginEntryDto = components['schemas']['LoginEntryDto'];
export type LoginListDto = components['schemas']['LoginListDto'];
export type MemberDto = components['schemas']['MemberDto'];
export type MemberPageDto = components['schemas']['MemberPageDto'];
export type MembershipState = components['schemas']['MembershipState'];
export type MfaLoginDto = components['schemas']['MfaLoginDto'];
export type MfaRequiredDto = components['schemas']['MfaRequiredDto'];
export type MintApiKeyDto = components['schemas']['MintApiKeyDto'];
export type MintedApiKeyDto = components['schemas']['MintedApiKeyDto'];
export type MyOrganizationDto = components['schemas']['MyOrganizationDto'];
export type MyOrganizationListDto = components['schemas']['MyOrganizationListDto'];
export type MyTeamDto = components['schemas']['MyTeamDto'];
export type MyTeamListDto = components['schemas']['MyTeamListDto'];
export type OfferOwnershipDto = components['schemas']['OfferOwnershipDto'];
export type OrganizationDto = components['schemas']['OrganizationDto'];
export type OrganizationStatus = components['schemas']['OrganizationStatus'];
export type OwnedApiKeyDto = components['schemas']['OwnedApiKeyDto'];
export type OwnedApiKeyPageDto = components['schemas']['OwnedApiKeyPageDto'];
export type OwnershipOfferDto = components['schemas']['OwnershipOfferDto'];
export type PasskeyDto = components['schemas']['PasskeyDto'];
export type PasskeyListDto = components['schemas']['PasskeyListDto'];
export type PasskeyPurposeDto = components['schemas']['PasskeyPurposeDto'];
export type Permission = components['schemas']['Permission'];
export type PersonalDataDto = components['schemas']['PersonalDataDto'];
export type PrimaryOrganizationDto = components['schemas']['PrimaryOrganizationDto'];
export type PrimaryOrganizationEnvelopeDto = components['schemas']['PrimaryOrganizationEnvelopeDto'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type ProblemDto = components['schemas']['ProblemDto'];
export type ProfileDto = components['schemas']['ProfileDto'];
export type ProjectRole = components['schemas']['ProjectRole'];
export type ProjectVisibility = components['schemas']['ProjectVisibility'];
export type PutTeamMemberDto = components['schemas']['PutTeamMemberDto'];
export type ReadinessDetailsDto = components['schemas']['ReadinessDetailsDto'];
export type ReadinessDto = components['schemas']['ReadinessDto'];
export type RecoveryCodesDto = components['schemas']['RecoveryCodesDto'];
export type RegisterDto = components['schemas']['RegisterDto'];
export type RegisterInvitedDto = components['schemas']['RegisterInvitedDto'];
export type RegisterPasskeyDto = components['schemas']['RegisterPasskeyDto'];
export type ResetPasswordDto = components['schemas']['ResetPasswordDto'];
export type RestoreOrganizationDto = components['schemas']['RestoreOrganizationDto'];
export type RoleDto = components['schemas']['RoleDto'];
export type RolePageDto = components['schemas']['RolePageDto'];
export type RootCallerDto = components['schemas']['RootCallerDto'];
export type RootIdentityDto = components['schemas']['RootIdentityDto'];
export type Scope = components['schemas']['Scope'];
export type ServiceAccountCallerDto = components['schemas']['ServiceAccountCallerDto'];
export type ServiceAccountDto = components['schemas']['ServiceAccountDto'];
export type ServiceAccountPageDto = components['schemas']['ServiceAccountPageDto'];
export type StepUpDto = components['schemas']['StepUpDto'];
export type StepUpMethod = components['schemas']['StepUpMethod'];
export type SwitchedOrganizationDto = components['schemas']['SwitchedOrganizationDto'];
export type SwitchedOrganizationEnvelopeDto = components['schemas']['SwitchedOrganizationEnvelopeDto'];
export type TeamDto = components['schemas']['TeamDto'];
export type TeamMemberDto = components['schemas']['TeamMemberDto'];
export type TeamMemberPageDto = components['schemas']['TeamMemberPageDto'];
export type TeamPageDto = components['schemas']['TeamPageDto'];
export type TemporaryPasswordDto = components['schemas']['TemporaryPasswordDto'];
export type TextDirection = components['schemas']['TextDirection'];
export type TotpSetupDto = components['schemas']['TotpSetupDto'];
export type TrustedDeviceDto = components['schemas']['TrustedDeviceDto'];
export type TrustedDeviceListDto = components['schemas']['TrustedDeviceListDto'];
export type UpdateAccountLanguageDto = components['schemas']['UpdateAccountLanguageDto'];
export type UpdateAccountUserDto = components['schemas']['UpdateAccountUserDto'];
export type UpdateAppArtifactDto = components['schemas']['UpdateAppArtifactDto'];
export type UpdateAppProjectDto = components['schemas']['UpdateAppProjectDto'];
export type UpdateAppUserDto = components['schemas']['UpdateAppUserDto'];
export type UpdateContextUserDto = components['schemas']['UpdateContextUserDto'];
export type UpdateMeDto = components['schemas']['UpdateMeDto'];
export type UpdateMemberDto = components['schemas']['UpdateMemberDto'];
export type UpdateOrganizationDto = components['schemas']['UpdateOrganizationDto'];
export type UpdateProfileDto = components['schemas']['UpdateProfileDto'];
export type UpdateRoleDto = components['schemas']['UpdateRoleDto'];
export type UpdateServiceAccountDto = components['schemas']['UpdateServiceAccountDto'];
export type UpdateTeamDto = components['schemas']['UpdateTeamDto'];
export type UpdateTeamMemberDto = components['schemas']['UpdateTeamMemberDto'];
export type UpdateUserDto = components['schemas']['UpdateUserDto'];
export type UserCallerDto = components['schemas']['UserCallerDto'];
export type UserSessionDto = components['schemas']['UserSessionDto'];
export type UserSessionPageDto = components['schemas']['UserSessionPageDto'];
export type UserStatus = components['schemas']['UserStatus'];
export type VerificationSentDto = components['schemas']['VerificationSentDto'];
export type VerifyEmailDto = components['schemas']['VerifyEmailDto'];
export type HeaderChallenge = components['headers']['Challenge'];
export type HeaderRequestId = components['headers']['RequestId'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account was deleted. */
            202: {
                headers: {
                    /** @description `"cache", "cookies", "storage"` */
                    "Clear-Site-Data"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `last_organization_admin`: The organization would lose its last OrganizationAdmin
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_organization_admin" | "last_app_admin";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProfileDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getCurrentOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentOrganizationEnvelopeDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listMyMemberships: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextMembershipsEnvelopeDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    setPrimaryOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseOrganizationDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrimaryOrganizationEnvelopeDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    switchOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseOrganizationDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchedOrganizationEnvelopeDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getMyProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextUserEnvelopeDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateMyProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContextUserDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextUserEnvelopeDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    mintApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MintApiKeyDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MintedApiKeyDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /** @description `service_account_not_found`: No such service account */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "service_account_not_found";
                    };
                };
            };
            /** @description `too_many_api_keys`: There are too many API keys */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_api_keys";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `validation_failed`: The request has invalid values
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required" | "validation_failed";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `api_key_not_found`: No such API key */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "api_key_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getAppMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppMeDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listAppProjects: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createAppProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppProjectDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getAppProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateAppProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppProjectDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteAppProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listAppArtifacts: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppArtifactPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createAppArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTextArtifactDto"];
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description At most 25 MiB
                     */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppArtifactDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getAppArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `artifact_…`, or the UUID */
                artifactID: string;
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppArtifactDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `artifact_not_found`: No such artifact
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "artifact_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateAppArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `artifact_…`, or the UUID */
                artifactID: string;
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppArtifactDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppArtifactDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `artifact_not_found`: No such artifact
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "artifact_not_found";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteAppArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `artifact_…`, or the UUID */
                artifactID: string;
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `artifact_not_found`: No such artifact
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "artifact_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    downloadAppArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `artifact_…`, or the UUID */
                artifactID: string;
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content, with the type of the upload */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Blob;
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `artifact_not_found`: No such artifact
             *
             *     `not_found`: Nothing was found
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "artifact_not_found" | "not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listAppProjectMembers: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectMemberPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    addAppProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAppProjectMemberDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectMemberDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required" | "invalid_role";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "user_not_found";
                    };
                };
            };
            /** @description `already_project_member`: The user is already a member of the project */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "already_project_member";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getAppProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectMemberDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `project_member_not_found`: The project has no such member
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "project_member_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    changeAppProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAppProjectMemberDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectMemberDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required" | "invalid_role";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `project_member_not_found`: The project has no such member
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "project_member_not_found";
                    };
                };
            };
            /** @description `last_project_owner`: The project would lose its last Owner */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_project_owner";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    removeAppProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /**
             * @description `project_not_found`: No such project
             *
             *     `project_member_not_found`: The project has no such member
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found" | "project_member_not_found";
                    };
                };
            };
            /** @description `last_project_owner`: The project would lose its last Owner */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_project_owner";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    pinAppProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    unpinAppProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `proj_…`, or the UUID */
                projectID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `project_not_found`: No such project */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "project_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listAppUsers: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
                /** @description Part of the name or the e-mail */
                q?: string;
                /** @description The order. `-` reverses it. Names are ordered by code points, without regard to case and accents */
                sort?: "created_at" | "-created_at" | "name" | "-name";
                /** @description Only users in these states */
                state?: components["schemas"]["MembershipState"][];
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUserPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createAppUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppUserDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUserDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required" | "invalid_role";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `email_taken`: The e-mail address is taken
             *
             *     `account_already_linked`: The account already has a user in the organization
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             *
             *     `last_organization_admin`: The organization would lose its last OrganizationAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_taken" | "account_already_linked" | "last_app_admin" | "last_organization_admin";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getAppUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUserDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateAppUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppUserDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUserDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required" | "invalid_role";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /**
             * @description `last_app_admin`: The organization would lose its last AppAdmin
             *
             *     `last_organization_admin`: The organization would lose its last OrganizationAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_app_admin" | "last_organization_admin";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    activateAppUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUserStateDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /**
             * @description `last_app_admin`: The organization would lose its last AppAdmin
             *
             *     `last_organization_admin`: The organization would lose its last OrganizationAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_app_admin" | "last_organization_admin";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deactivateAppUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUserStateDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /**
             * @description `last_app_admin`: The organization would lose its last AppAdmin
             *
             *     `last_organization_admin`: The organization would lose its last OrganizationAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_app_admin" | "last_organization_admin";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listLatestAppArtifacts: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppArtifactDto"][];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listAppProjectsOfUser: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `user_…`, or the UUID */
                userID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppProjectPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listAppIntegrations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppIntegrationDto"][];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createAppIntegration: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppIntegrationDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppIntegrationDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `integration_exists`: You already have an integration of that type */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "integration_exists";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteAppIntegration: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                /** @description `conf_…`, or the UUID */
                integrationID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `integration_not_found`: No such integration */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "integration_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailDto"];
            };
        };
        responses: {
            /** @description A registration */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"];
                };
            };
            /** @description A further address */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `invalid_token`: The link is no longer valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "invalid_token";
                    };
                };
            };
            /**
             * @description `cross_site_request`: The request comes from another site
             *
             *     `registration_closed`: Registration is closed
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request" | "registration_closed";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"] | components["schemas"]["MfaRequiredDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body";
                    };
                };
            };
            /** @description `invalid_credentials`: E-mail or password is wrong */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "invalid_credentials";
                    };
                };
            };
            /** @description `cross_site_request`: The request comes from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    finishLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaLoginDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `invalid_token`: The link is no longer valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "invalid_token";
                    };
                };
            };
            /**
             * @description `invalid_code`: The code is wrong
             *
             *     `invalid_credentials`: E-mail or password is wrong
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "invalid_code" | "invalid_credentials";
                    };
                };
            };
            /** @description `cross_site_request`: The request comes from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    /** @description `"cache", "cookies", "storage"` */
                    "Clear-Site-Data"?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyListDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    registerPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPasskeyDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_passkey`: The passkey could not be registered
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required" | "invalid_passkey";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `passkey_registered`: The passkey is already registered */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "passkey_registered";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkey was removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `validation_failed`: The request has invalid values
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required" | "validation_failed";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `passkey_not_found`: No such passkey */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "passkey_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    authenticateWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthenticateWithPasskeyDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `invalid_code`: The code is wrong
             *
             *     `invalid_credentials`: E-mail or password is wrong
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "invalid_code" | "invalid_credentials";
                    };
                };
            };
            /**
             * @description `cross_site_request`: The request comes from another site
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request" | "password_change_required";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getPasskeyAuthenticationOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyPurposeDto"];
            };
        };
        responses: {
            /** @description PublicKeyCredentialRequestOptionsJSON */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `cross_site_request`: The request comes from another site
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request" | "password_change_required";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getPasskeyRegistrationOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PublicKeyCredentialCreationOptionsJSON */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordDto"];
            };
        };
        responses: {
            /** @description If the address has an account, a mail will be sent. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body";
                    };
                };
            };
            /** @description `cross_site_request`: The request comes from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            /** @description The password was set. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `invalid_token`: The link is no longer valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "invalid_token";
                    };
                };
            };
            /** @description `cross_site_request`: The request comes from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    replaceRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `no_second_factor`: You have no second factor */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "no_second_factor";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationSentDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body";
                    };
                };
            };
            /**
             * @description `cross_site_request`: The request comes from another site
             *
             *     `registration_closed`: Registration is closed
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request" | "registration_closed";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `invalid_credentials`: E-mail or password is wrong
             *
             *     `invalid_code`: The code is wrong
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "invalid_credentials" | "invalid_code" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The authenticator app was removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    activateTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateTotpDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             *
             *     `invalid_code`: The code is wrong
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required" | "invalid_code";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `totp_not_set_up`: No authenticator app is being set up
             *
             *     `totp_active`: An authenticator app is already set up
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "totp_not_set_up" | "totp_active";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    setUpTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSetupDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `totp_active`: An authenticator app is already set up */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "totp_active";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationTokenDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyOrganizationDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_token`: The link is no longer valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required" | "invalid_token";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `recovery_required`: Choose a new password by mail first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request" | "recovery_required";
                    };
                };
            };
            /**
             * @description `already_member`: This person is already a member
             *
             *     `last_organization_admin`: The organization would lose its last OrganizationAdmin
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "already_member" | "last_organization_admin" | "last_app_admin";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationTokenDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreviewDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `invalid_token`: The link is no longer valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "invalid_token";
                    };
                };
            };
            /** @description `cross_site_request`: The request comes from another site */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    registerInvited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterInvitedDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `invalid_token`: The link is no longer valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "invalid_token";
                    };
                };
            };
            /**
             * @description `cross_site_request`: The request comes from another site
             *
             *     `registration_closed`: Registration is closed
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "cross_site_request" | "registration_closed";
                    };
                };
            };
            /**
             * @description `email_taken`: The e-mail address is taken
             *
             *     `last_organization_admin`: The organization would lose its last OrganizationAdmin
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_taken" | "last_organization_admin" | "last_app_admin";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RootCallerDto"] | components["schemas"]["UserCallerDto"] | components["schemas"]["ServiceAccountCallerDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCallerDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `too_many_emails`: Your account cannot have more addresses */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_emails";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listMyEmails: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailListDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    addMyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddEmailDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `email_taken`: The e-mail address is taken
             *
             *     `too_many_emails`: Your account cannot have more addresses
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_taken" | "too_many_emails";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    removeMyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address was removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `email_not_found`: No such address */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_not_found";
                    };
                };
            };
            /**
             * @description `primary_email`: This is your primary address
             *
             *     `last_verified_email`: This is your last verified address
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "primary_email" | "last_verified_email";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    makeMyEmailPrimary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `email_not_found`: No such address */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_not_found";
                    };
                };
            };
            /** @description `email_not_verified`: The address is not verified yet */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_not_verified";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listMyLogins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginListDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    revokeMyOtherLogins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The logins were revoked. Their tokens stop working. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    revokeMyLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loginId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The login was revoked. Its token stops working. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `session_not_found`: No such login */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listMyTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyTeamListDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listMyTrustedDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedDeviceListDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    revokeMyTrustedDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trustedDeviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device was revoked. Its logins need the second factor again. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `trusted_device_not_found`: No such trusted device */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "trusted_device_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolePageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRoleDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `role_name_taken`: A role with that name already exists */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "role_name_taken";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `role_not_found`: No such role */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "role_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `role_not_found`: No such role */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "role_not_found";
                    };
                };
            };
            /**
             * @description `role_built_in`: Built-in roles cannot be changed
             *
             *     `role_in_use`: The role is in use
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "role_built_in" | "role_in_use";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRoleDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `role_not_found`: No such role */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "role_not_found";
                    };
                };
            };
            /**
             * @description `role_built_in`: Built-in roles cannot be changed
             *
             *     `role_name_taken`: A role with that name already exists
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "role_built_in" | "role_name_taken";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listServiceAccounts: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createServiceAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServiceAccountDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required" | "invalid_role";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `username_taken`: The username is taken */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "username_taken";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getServiceAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `service_account_not_found`: No such service account */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "service_account_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteServiceAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `service_account_not_found`: No such service account */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "service_account_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateServiceAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateServiceAccountDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required" | "invalid_role";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `service_account_not_found`: No such service account */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "service_account_not_found";
                    };
                };
            };
            /** @description `username_taken`: The username is taken */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "username_taken";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTeamDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `team_name_taken`: A team with that name already exists */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_name_taken";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `team_not_found`: No such team */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `team_not_found`: No such team */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTeamDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `team_not_found`: No such team */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found";
                    };
                };
            };
            /** @description `team_name_taken`: A team with that name already exists */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_name_taken";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listTeamMembers: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `team_not_found`: No such team */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getTeamMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /**
             * @description `team_not_found`: No such team
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found" | "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    putTeamMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutTeamMemberDto"];
            };
        };
        responses: {
            /** @description The user was in the team already. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberDto"];
                };
            };
            /** @description The user was added. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `team_not_found`: No such team
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found" | "user_not_found";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    removeTeamMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `team_not_found`: No such team
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found" | "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateTeamMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                team: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTeamMemberDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `team_not_found`: No such team
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "team_not_found" | "user_not_found";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listOrganizationUsers: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
                /** @description Part of a name, in the organization or of the account, or of the e-mail */
                q?: string;
                /** @description Only users with, or without, a second factor. OrganizationAdmins only */
                secondFactor?: components["schemas"]["Choice"];
                /** @description The order: the time of joining, or the creation or the name of the account. `-` reverses it. Names are ordered by code points, without regard to case and accents */
                sort?: "joinedAt" | "-joinedAt" | "createdAt" | "-createdAt" | "displayName" | "-displayName";
                /** @description Only users whose account has one of these statuses */
                status?: components["schemas"]["UserStatus"][];
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUserPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createOrganizationUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUserDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `email_taken`: The e-mail address is taken
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             *
             *     `last_organization_admin`: The organization would lose its last OrganizationAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_taken" | "last_app_admin" | "last_organization_admin";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getOrganizationUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUserDetailsDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "insufficient_role";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    deleteOrganizationUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user was deleted or removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /**
             * @description `last_organization_admin`: The organization would lose its last OrganizationAdmin
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_organization_admin" | "last_app_admin";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateOrganizationUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUserDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `account_not_managed`: Your organization does not manage this account
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request" | "account_not_managed";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `email_taken`: The e-mail address is taken */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "email_taken";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    resetUserMfa: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The second factors were removed. The user signs in by password and can set up new ones. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `account_not_managed`: Your organization does not manage this account
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request" | "account_not_managed";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    changeUserPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `current_password_wrong`: The current password is wrong
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required" | "current_password_wrong";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `insufficient_role`: Your role does not allow this request
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request" | "insufficient_role";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    resetUserPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryPasswordDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `account_not_managed`: Your organization does not manage this account
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request" | "account_not_managed";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listUserSessions: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSessionPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `account_not_managed`: Your organization does not manage this account
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "account_not_managed";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    endUserSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions were ended. Their tokens stop working. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `account_not_managed`: Your organization does not manage this account
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request" | "account_not_managed";
                    };
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    endUserSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path: {
                session: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session was ended. Its token stops working. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `account_not_managed`: Your organization does not manage this account
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request" | "account_not_managed";
                    };
                };
            };
            /**
             * @description `user_not_found`: No such user
             *
             *     `session_not_found`: No such login
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_not_found" | "session_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    exportOrganizationUsers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line for each user, ordered by the time of joining */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    importOrganizationUsers: {
        parameters: {
            query?: {
                /** @description Whether a link to choose a password is mailed to the owners of new accounts, 20 a second */
                sendMail?: "true" | "false";
            };
            header?: {
                /** @description Slug or id of the organization */
                "x-org"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description The report, with a line for each row */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             *
             *     `bad_request`: The request cannot be understood
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required" | "bad_request";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
                /** @description The beginning of the slug or the name, in upper or lower case */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedOrganizationPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `insufficient_role`: Your role does not allow this request
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "insufficient_role" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrganizationDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             *
             *     `recovery_required`: Choose a new password by mail first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request" | "recovery_required";
                    };
                };
            };
            /**
             * @description `slug_taken`: The slug is taken
             *
             *     `too_many_organizations`: You have created too many organizations
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "slug_taken" | "too_many_organizations";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /** @description The organization has another slug */
            308: {
                headers: {
                    /** @description The path under the present slug */
                    Location?: string;
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrganizationDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /**
             * @description `slug_taken`: The slug is taken
             *
             *     `too_many_slugs`: The organization has had too many slugs
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "slug_taken" | "too_many_slugs";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listOrganizationApiKeys: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
            };
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedApiKeyPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    revokeOrganizationApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `api_key_not_found`: No such API key
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "api_key_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    archiveOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Only events with this action */
                action?: string;
                /** @description Only events of this actor: the id of a user or service account, or `root` */
                actor?: string;
                /** @description Only events at or after this time */
                from?: string;
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
                /** @description Only events before this time */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
                /** @description Only invitations in these states */
                state?: components["schemas"]["InvitationState"][];
            };
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteDto"];
            };
        };
        responses: {
            /** @description The pending invitation of the address */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationDto"];
                };
            };
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required" | "invalid_role";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /**
             * @description `already_member`: This person is already a member
             *
             *     `invitation_closed`: The invitation was accepted or revoked
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "already_member" | "invitation_closed";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation was revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `invitation_not_found`: No such invitation
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "invitation_not_found";
                    };
                };
            };
            /** @description `invitation_closed`: The invitation was accepted or revoked */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "invitation_closed";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `invitation_not_found`: No such invitation
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "invitation_not_found";
                    };
                };
            };
            /** @description `invitation_closed`: The invitation was accepted or revoked */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "invitation_closed";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    leaveOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller’s membership was removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "user_not_found";
                    };
                };
            };
            /**
             * @description `last_organization_admin`: The organization would lose its last OrganizationAdmin
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_organization_admin" | "last_app_admin";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    uploadLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description PNG, JPEG, WebP or GIF by content, at most 5 MiB and 40 megapixels
                     */
                    logo: Blob;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description The maximum number of items to list */
                limit?: number;
                /** @description The marker that the previous page of this list returned */
                marker?: string;
                /** @description Part of the name or the e-mail */
                q?: string;
                /** @description Only members with this role */
                role?: string;
                /** @description The order. `-` reverses it. Names are ordered by code points, without regard to case and accents */
                sort?: "joinedAt" | "-joinedAt" | "displayName" | "-displayName";
                /** @description Only members in these states */
                state?: components["schemas"]["MembershipState"][];
            };
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_marker`: The marker is not valid for this list
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "bad_request" | "organization_required" | "invalid_marker";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the membership */
                id: string;
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The membership was removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "user_not_found";
                    };
                };
            };
            /**
             * @description `last_organization_admin`: The organization would lose its last OrganizationAdmin
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_organization_admin" | "last_app_admin";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the membership */
                id: string;
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMemberDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             *
             *     `invalid_role`: The organization has no such role
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required" | "invalid_role";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "user_not_found";
                    };
                };
            };
            /**
             * @description `last_organization_admin`: The organization would lose its last OrganizationAdmin
             *
             *     `last_app_admin`: The organization would lose its last AppAdmin
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "last_organization_admin" | "last_app_admin";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getOwnershipOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipOfferDto"];
                };
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `ownership_offer_not_found`: No such offer
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "ownership_offer_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    offerOwnership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferOwnershipDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipOfferDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "user_not_found";
                    };
                };
            };
            /** @description `own_offer`: You cannot offer the organization to yourself */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "own_offer";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    endOwnershipOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offer was withdrawn or declined. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `ownership_offer_not_found`: No such offer
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "ownership_offer_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    acceptOwnership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ownership was transferred. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /**
             * @description `organization_not_found`: No such organization
             *
             *     `ownership_offer_not_found`: No such offer
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found" | "ownership_offer_not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    restoreOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Present or former slug of the organization */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RestoreOrganizationDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `bad_request`: The request cannot be understood
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "bad_request" | "organization_required";
                    };
                };
            };
            /**
             * @description `unauthenticated`: You are not signed in
             *
             *     `step_up_required`: Confirm that it is you
             */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated" | "step_up_required";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_role`: Your role does not allow this request
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_role" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `organization_not_found`: No such organization */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_not_found";
                    };
                };
            };
            /** @description `already_member`: This person is already a member */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "already_member";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    listMyOrganizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyOrganizationListDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLanguageDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAccountLanguageDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLanguageDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getLocales: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLocaleListDto"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountUserDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAccountUserDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountUserDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    uploadAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description PNG, JPEG, WebP or GIF by content, at most 5 MiB and 40 megapixels
                     */
                    avatar: Blob;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountUserDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             *
             *     `bad_request`: The request cannot be understood
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required" | "bad_request";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `insufficient_scope`: The API key lacks a scope
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "insufficient_scope" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    exportUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataDto"];
                };
            };
            /** @description `organization_required`: Name an organization */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "organization_required";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResultDto"];
                };
            };
            /**
             * @description `validation_failed`: The request has invalid values
             *
             *     `malformed_json`: The body is not valid JSON
             *
             *     `malformed_body`: The body cannot be decompressed
             *
             *     `organization_required`: Name an organization
             *
             *     `current_password_wrong`: The current password is wrong
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "validation_failed" | "malformed_json" | "malformed_body" | "organization_required" | "current_password_wrong";
                    };
                };
            };
            /** @description `unauthenticated`: You are not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["Challenge"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /**
             * @description `session_required`: This request needs a session
             *
             *     `user_required`: This request needs a person
             *
             *     `not_a_member`: You are not a member of that organization
             *
             *     `membership_inactive`: Your membership is inactive
             *
             *     `organization_archived`: The organization is archived
             *
             *     `password_change_required`: Change your password first
             *
             *     `cross_site_request`: The request comes from another site
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "session_required" | "user_required" | "not_a_member" | "membership_inactive" | "organization_archived" | "password_change_required" | "cross_site_request";
                    };
                };
            };
            /** @description `payload_too_large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "payload_too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: The route does not accept this type of body */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "too_many_requests";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": Blob;
                };
            };
            /** @description `bad_request`: The request cannot be understood */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request";
                    };
                };
            };
            /** @description `not_found`: Nothing was found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    isLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    getLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": Blob;
                };
            };
            /** @description `bad_request`: The request cannot be understood */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "bad_request";
                    };
                };
            };
            /** @description `not_found`: Nothing was found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "not_found";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: The service cannot answer right now */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
}
