import { FirstAdministratorService } from '../modules/operator/first-administrator.service.js';
import { withApplication } from './application.js';

/** Creates an organization with its first administrator. @throws Problem as {@link FirstAdministratorService.create} */
export async function createAdminCommand(given: object): Promise<void> {
  const { email, slug, link, isMailed } = await withApplication((app) =>
    app.get(FirstAdministratorService).create({ ...given }),
  );
  const lines = [
    `Organization   ${slug}`,
    `Administrator  ${email}`,
    `The administrator chooses a password here, once, within 7 days:`,
    `  ${link}`,
    ...(isMailed ? [`The running application also mails the link.`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
