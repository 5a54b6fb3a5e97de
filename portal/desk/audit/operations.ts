// The names of the operations of the interface, for the access log alone: no other page reads so many.
import { useLocale } from 'use-intl'
import english from '../words/en/operations.json'
import chinese from '../words/zh-CN/operations.json'

/** What an operation is called; one that is older than the pages keeps its own word. */
export function useOperations(): (operation: string) => string {
  const names: Record<string, string> = useLocale() === 'en' ? english : chinese
  return (operation) => names[operation] ?? operation
}
