import { LanguageSelect } from '../../components/language-select.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { Section } from '../../components/section.tsx';
import { useSaveLanguage } from '../../components/use-save-language.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Chooses the language of the console and of mails. */
export function LanguageSection() {
  const t = useTexts();
  const { mutate, error } = useSaveLanguage();
  return (
    <Section title={t('language.label')} description={t('profile.language_description')}>
      <LanguageSelect label={t('profile.language')} onChosen={mutate} />
      {error && <ProblemAlert error={error} />}
    </Section>
  );
}
