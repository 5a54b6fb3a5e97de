// The words of the desk, read in the language chosen; the compiler holds the two languages to the same keys.
import type { Catalogues } from '../../shared/words/provider'
import type chinese from './zh-CN'

type Messages = typeof chinese

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

export const catalogues: Catalogues = {
  'zh-CN': async () => (await import('./zh-CN')).default,
  en: async (): Promise<Messages> => (await import('./en')).default,
}
