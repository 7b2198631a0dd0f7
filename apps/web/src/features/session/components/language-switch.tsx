import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface LanguageSwitchProps {
  readonly className?: string;
}

/** Offers the other language by its own name. */
export function LanguageSwitch({ className = 'link s13' }: LanguageSwitchProps): ReactNode {
  const { i18n, t } = useTranslation('common');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className={className} lang={other} onClick={() => void i18n.changeLanguage(other)}>
      {t('otherLanguage')}
    </button>
  );
}
