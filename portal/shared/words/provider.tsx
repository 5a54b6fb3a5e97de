// The words of an entry in the language chosen, in ICU form, for everything below.
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { IntlProvider, type AbstractIntlMessages } from 'use-intl'
import { type Language, manners, watchManners } from '../manners'

interface Read {
  language: Language
  messages: AbstractIntlMessages
}

/** One comes with the pages, the other is read when it is chosen. */
export type Catalogues = Record<Language, AbstractIntlMessages | (() => Promise<AbstractIntlMessages>)>

/** Draws nothing before the catalogue of the language chosen is there. Where another is chosen later, the page stays as it
 *  is until that has come: what is typed and what is open stays, too. */
export function Words({ catalogues, children }: { catalogues: Catalogues; children: ReactNode }) {
  const language = useLanguage()
  const catalogue = catalogues[language]
  const [late, setLate] = useState<Read>()
  const [first] = useState(language)
  useEffect(() => {
    if (typeof catalogue !== 'function') return
    let wanted = true
    void catalogue().then((messages) => {
      if (wanted) setLate({ language, messages })
    })
    return () => {
      wanted = false
    }
  }, [catalogue, language])
  const read = typeof catalogue !== 'function' ? { language, messages: catalogue } : (late ?? (language === first ? undefined : atHand(catalogues)))
  if (!read) return null
  return (
    <IntlProvider locale={read.language} messages={read.messages} timeZone="Asia/Shanghai">
      {children}
    </IntlProvider>
  )
}

/** The catalogue that came with the page. */
function atHand(catalogues: Catalogues): Read | undefined {
  for (const language of Object.keys(catalogues) as Language[]) {
    const messages = catalogues[language]
    if (typeof messages !== 'function') return { language, messages }
  }
  return undefined
}

export function useLanguage(): Language {
  return useSyncExternalStore(watchManners, () => manners().language)
}

/** The one of the two languages a message of the service is shown in. */
export function useMessage(): (message: { zh: string; en: string }) => string {
  const language = useLanguage()
  return (message) => (language === 'zh-CN' ? message.zh : message.en)
}
