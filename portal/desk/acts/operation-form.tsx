// A form of an operation that belongs to no case: its body from the description, its answer handed on.
import { useTranslations } from 'use-intl'
import { ask } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useSending } from '../parts/sending'
import { Form } from './form/form'
import { operationCalled } from './form/model'

export interface OperationFormProps {
  operation: string
  /** What stands in the braces of the path. */
  path?: Record<string, string>
  what: string
  button?: string
  start?: unknown
  onDone: (answer: unknown) => void
}

export function OperationForm(props: OperationFormProps) {
  const words = useTranslations('form')
  const { send, sending, error } = useSending()
  const operation = operationCalled(props.operation)
  if (!operation) return null
  const submit = (body: unknown) =>
    send(async () => {
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(props.path?.[name] ?? ''))
      const sent = ask(path, {
        method: operation.method,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      })
      const answer = await take(
        sent.then(async (response) => {
          const read: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
          return response.ok ? { response, data: read } : { response, error: read }
        }),
      )
      props.onDone(answer)
    })
  return (
    <Form
      type={{ t: 'ref', of: operation.body }}
      what={props.what}
      start={props.start}
      error={error}
      sending={sending}
      button={props.button ?? words('submit')}
      onSubmit={(body) => void submit(body)}
    />
  )
}
