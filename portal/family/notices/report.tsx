// Coming forward: who one is, where one is reached, what one knows. The office calls back; it is no claim yet.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { Area, Field } from '../parts/field'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { comeForward, type Message } from '../service'

const NOTHING = { name: '', telephone: '', relation: '', says: '' }
type Told = typeof NOTHING

export function Report({ notice }: { notice: string }) {
  const words = useTranslations('notices')
  const say = useMessage()
  const [told, setTold] = useState<Told>(NOTHING)
  const [lacks, setLacks] = useState(false)
  const [received, setReceived] = useState<Message>()
  const { send, sending, error } = useSending()
  const field = (name: keyof Told) => ({
    label: words(`report.${name}`),
    value: told[name],
    fault: lacks && told[name].trim() === '' ? words('missing') : undefined,
    onValue: (value: string) => setTold({ ...told, [name]: value }),
  })
  if (received) {
    return (
      <p className="note green" role="status">
        {say(received)}
      </p>
    )
  }
  return (
    <details className="sheet folded">
      <summary>{words('write')}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const trimmed = Object.fromEntries(Object.entries(told).map(([name, text]) => [name, text.trim()])) as Told
          const isWhole = Object.values(trimmed).every((text) => text !== '')
          setLacks(!isWhole)
          if (isWhole) void send(async () => setReceived((await comeForward(notice, trimmed)).next))
        }}
      >
        <Said error={error} />
        <Field {...field('name')} autoComplete="name" maxLength={60} />
        <Field {...field('telephone')} inputMode="tel" autoComplete="tel" maxLength={30} />
        <Field {...field('relation')} hint={words('relationHint')} autoComplete="off" maxLength={60} />
        <Area {...field('says')} hint={words('saysHint')} maxLength={2000} />
        <button className="button primary wide" disabled={sending}>
          {sending ? words('sending') : words('send')}
        </button>
        <p className="small quiet after">{words('careful')}</p>
      </form>
    </details>
  )
}
