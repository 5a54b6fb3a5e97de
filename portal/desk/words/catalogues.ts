// The words of the desk: the Chinese come with it, the English are read when they are chosen. The compiler holds the two
// languages to the same keys.
import type { Catalogues } from '../../shared/words/provider'
import chinese from './zh-CN'

type Messages = typeof chinese

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

export const catalogues = {
  'zh-CN': chinese,
  en: async (): Promise<Messages> => (await import('./en')).default,
} satisfies Catalogues
