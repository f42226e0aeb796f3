import type { components } from '@atrium/client';
import { useQuery } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { Section } from '../../components/section.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { useDeviceName } from './use-device-name.ts';

/** Lists the devices on which a sign-in needs no second factor, and ends the trust. */
export function TrustedDevicesSection() {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['trusted-devices'],
    queryFn: ({ signal }) => atrium.get('/api/v1/me/trusted-devices', { signal }),
  });
  return (
    <Section title={t('security.trusted_devices')} description={t('security.trusted_devices_description')}>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text={t('security.trusted_devices_empty')} />
          ) : (
            <Rows label={t('security.trusted_devices')}>
              {items.map((device) => (
                <DeviceRow key={device.id} device={device} />
              ))}
            </Rows>
          )
        }
      </QueryView>
    </Section>
  );
}

function DeviceRow({ device }: { readonly device: components['schemas']['TrustedDeviceDto'] }) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const notice = useNotice();
  const name = useDeviceName(device.userAgent);
  const { id: trustedDeviceId, remoteIp: address } = device;
  return (
    <Row
      title={name}
      details={[
        t('security.address', { address }),
        t('security.trusted_since', { time: dateTime(device.createdAt) }),
        t('security.trusted_until', { time: dateTime(device.expiresAt) }),
      ]}
      actions={
        <ConfirmButton
          label={t('action.remove')}
          longLabel={t('action.remove_named', { name })}
          title={t('security.trusted_device_remove')}
          text={t('security.trusted_device_remove_text', { name, address })}
          action={() =>
            atrium.delete('/api/v1/me/trusted-devices/{trustedDeviceId}', { params: { path: { trustedDeviceId } } })
          }
          onDone={() => {
            notice(t('security.trusted_device_removed', { name }));
          }}
        />
      }
    />
  );
}
