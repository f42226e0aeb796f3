import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/locale-context.ts';

/** How many time zones are offered at once. Typing finds the others. */
const OFFERED = 100;

/** A zone that the API knows, and that browsers do not list. */
const UTC = 'UTC';

interface TimeZoneSelectProps extends Pick<SelectProps, 'error' | 'onBlur' | 'onFocus'> {
  /** Empty: none. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** Chooses a time zone of the IANA by its name, as in `Europe/Berlin`. */
export function TimeZoneSelect({ value = '', onChange, ...props }: TimeZoneSelectProps) {
  const t = useTexts();
  const zones = useMemo(() => {
    const known = new Set([UTC, ...Intl.supportedValuesOf('timeZone')]);
    // A zone that was saved elsewhere may have a name that this browser does not know.
    return [...(value === '' ? known : known.add(value))].sort();
  }, [value]);
  return (
    <Select
      label={t('field.time_zone')}
      description={t('field.time_zone_description')}
      placeholder={t('field.time_zone_none')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('field.time_zone_clear') }}
      limit={OFFERED}
      nothingFoundMessage={t('field.time_zone_unknown')}
      data={zones}
      value={value === '' ? null : value}
      onChange={(zone) => onChange?.(zone ?? '')}
      {...props}
    />
  );
}
