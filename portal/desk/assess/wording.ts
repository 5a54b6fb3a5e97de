// The words of an indicator set in the language chosen; a set may have been written in Chinese alone.
import type { Schemas } from '../../shared/api/client'
import { useLanguage } from '../../shared/words/provider'

export function useWording(): (wording: Schemas['Wording']) => string {
  const language = useLanguage()
  return ({ zh, en }) => (language === 'en' && en ? en : zh)
}
