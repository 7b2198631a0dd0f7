import i18next, { type BackendModule, type ReadCallback, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The languages of the interface; the first one is the default. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED_UNDER = 'tonggong.language';

type Texts = { readonly texts: ResourceKey };
const files = import.meta.glob<Texts>('./{zh-CN,en}/*.ts');

async function load(language: string, namespace: string): Promise<ResourceKey> {
  const file = files[`./${language}/${namespace}.ts`];
  if (file === undefined) throw new Error(`There are no texts ${language}/${namespace}.`);
  return (await file()).texts;
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language: string, namespace: string, callback: ReadCallback) => {
    load(language, namespace).then(
      (texts) => callback(null, texts),
      (error: unknown) => callback(error instanceof Error ? error : String(error), false),
    );
  },
};

const isLanguage = (value: string | null): value is Language => LANGUAGES.some((language) => language === value);

function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED_UNDER);
  return isLanguage(stored) ? stored : LANGUAGES[0];
}

/** Starts the texts: one file per language and subject, loaded when a screen first asks for it. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    localStorage.setItem(STORED_UNDER, language);
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: storedLanguage(),
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      load: 'currentOnly',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}
