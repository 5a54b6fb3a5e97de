// The words of the family's pages, read in the language chosen; the compiler holds the two languages to the same keys.
import type { Catalogues } from '../../shared/words/provider'
import type shared from '../../shared/words/zh-CN.json'
import type own from './zh-CN/index'

type Messages = { shared: typeof shared } & typeof own

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

export const catalogues: Catalogues = {
  'zh-CN': async (): Promise<Messages> => {
    const [shared, own] = await Promise.all([import('../../shared/words/zh-CN.json'), import('./zh-CN/index')])
    return { shared: shared.default, ...own.default }
  },
  en: async (): Promise<Messages> => {
    const [shared, own] = await Promise.all([import('../../shared/words/en.json'), import('./en/index')])
    return { shared: shared.default, ...own.default }
  },
}
