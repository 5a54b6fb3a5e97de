// The words of an entry in the language chosen, in ICU form, for everything below.
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { IntlProvider, type AbstractIntlMessages } from 'use-intl'
import { type Language, manners, watchManners } from '../manners'

export type Catalogues = Record<Language, () => Promise<AbstractIntlMessages>>

/** Reads the catalogue of the language chosen, and draws nothing before it is there. */
export function Words({ catalogues, children }: { catalogues: Catalogues; children: ReactNode }) {
  const language = useLanguage()
  const [read, setRead] = useState<{ language: Language; messages: AbstractIntlMessages }>()
  useEffect(() => {
    let wanted = true
    void catalogues[language]().then((messages) => {
      if (wanted) setRead({ language, messages })
    })
    return () => {
      wanted = false
    }
  }, [catalogues, language])
  if (!read) return null
  return (
    <IntlProvider locale={read.language} messages={read.messages} timeZone="Asia/Shanghai">
      {children}
    </IntlProvider>
  )
}

export function useLanguage(): Language {
  return useSyncExternalStore(watchManners, () => manners().language)
}

/** The one of the two languages a message of the service is shown in. */
export function useMessage(): (message: { zh: string; en: string }) => string {
  const language = useLanguage()
  return (message) => (language === 'zh-CN' ? message.zh : message.en)
}
