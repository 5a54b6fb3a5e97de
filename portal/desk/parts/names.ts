// The names of the interface's words: of a value of an enumeration, of a field of a schema. What has none is shown as
// it is, and `npm run check` finds it.
import { useMessages } from 'use-intl'

type Table = Record<string, Record<string, string> | undefined>

export interface Names {
  value: (schema: string, value: string) => string
  field: (schema: string | undefined, property: string) => string
  /** Every value of an enumeration with its name. */
  table: (schema: string) => Record<string, string>
}

export function useNames(): Names {
  const messages = useMessages()
  const values = messages.values as unknown as Table
  const papers = messages.papers as unknown as Table
  const own = messages.fields.of as unknown as Table
  const any = messages.fields.any as Record<string, string>
  return {
    value: (schema, value) => values[schema]?.[value] ?? papers[schema]?.[value] ?? value,
    table: (schema) => values[schema] ?? papers[schema] ?? {},
    field: (schema, property) => (schema && own[schema]?.[property]) ?? any[property] ?? property,
  }
}
