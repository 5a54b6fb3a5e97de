// Photos and papers put to a piece of evidence, several at once. Each waits on this device until the service has it, so that
// a line that breaks off in the middle loses none and doubles none.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ActLine } from '../acts/model'
import { useDays } from '../parts/days'
import { say } from '../parts/notice'
import { ScanField } from '../parts/scan-field'
import { BRING } from './away'
import { DeviceFullError, put, useWaiting } from './device/waiting'
import { piecesToShow } from './pieces'
import type { Task } from './read'

export function Photos({ id, task, line, onDone }: { id: string; task: Task; line: ActLine; onDone: () => void }) {
  const words = useTranslations('assess')
  const { day } = useDays()
  const pieces = piecesToShow(task, useWaiting(), id)
  const [chosen, setChosen] = useState(pieces[0]?.key)
  const [files, setFiles] = useState<File[]>([])
  const [none, setNone] = useState(false)
  const [refused, setRefused] = useState<File[]>([])
  const piece = pieces.find(({ key }) => key === chosen) ?? pieces[0]
  const submit = async () => {
    setNone(files.length === 0)
    if (!piece || files.length === 0) return
    const wanted = (file: File) => ({ is: 'photo', type: file.type, size: file.size, name: file.name, shows: piece.shows }) as const
    const left: File[] = []
    for (const file of files) {
      try {
        await put({ key: crypto.randomUUID(), case: id, of: task.number, act: line.act, title: line.title, wanted: wanted(file) }, task, file)
      } catch (said) {
        if (!(said instanceof DeviceFullError)) throw said
        left.push(file)
      }
    }
    window.dispatchEvent(new Event(BRING))
    setRefused(left)
    setFiles(left)
    if (left.length > 0) return
    say(id, words('photosKept', { count: files.length }))
    onDone()
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {refused.length > 0 && (
        <div className="note red" role="alert">
          <p className="strong">{words('full', { count: refused.length })}</p>
          <p>{words('fullHint')}</p>
          <ul className="plain-list small">
            {refused.map((file, place) => (
              <li key={place}>{file.name}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="field">
        <label htmlFor="piece">{words('evidence')}</label>
        <select className="input" id="piece" value={piece?.key} onChange={(event) => setChosen(event.target.value)}>
          {pieces.map(({ key, what, on }) => (
            <option key={key} value={key}>
              {on ? words('pieceHere', { day: day(on), what }) : what}
            </option>
          ))}
        </select>
      </div>
      <ScanField id="photos" label={words('photos')} hint={words('photosHint')} fault={none ? words('noPhoto') : undefined} multiple onChosen={setFiles} />
      <div className="form-foot">
        <button className="button primary">{words('keepPhotos')}</button>
      </div>
    </form>
  )
}
