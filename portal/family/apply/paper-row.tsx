// One paper: what it is, its photos and how far each is, and the two ways to add one.
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { Icon } from '../frame/icon'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import type { Message, PaperKind, Party, UploadProgress } from '../service'
import { takeAway } from './draft'
import { NoPhotoError } from './photo'
import type { Queue, Sending } from './queue'

export interface Slot {
  paper: PaperKind
  party: Party | undefined
  title: Message
  form: Message
  when: Message[]
}

interface Shape {
  slot: Slot
  code: string
  whose: string
  uploads: UploadProgress[]
  sending: Sending[]
  queue: Queue
  again: () => Promise<unknown>
}

export function PaperRow({ slot, code, whose, uploads, sending, queue, again }: Shape) {
  const words = useTranslations('apply')
  const say = useMessage()
  const done = uploads.filter((one) => one.complete)
  return (
    <li className="row paper">
      <div className="pair">
        <b>
          {say(slot.title)}
          {whose && <span className="quiet">{words('of', { whose })}</span>}
        </b>
        {done.length > 0 ? (
          <span className="state done">{words('sentPhotos', { count: done.length })}</span>
        ) : (
          sending.length === 0 && <span className="state">{words('noPhoto')}</span>
        )}
      </div>
      <p className="small quiet">{say(slot.form)}</p>
      {slot.when.map((when) => (
        <p className="small amber" key={when.zh}>
          {words('onlyIf', { when: say(when) })}
        </p>
      ))}
      {uploads.map((upload, place) => (
        <Uploaded key={upload.upload} upload={upload} number={place + 1} code={code} again={again} isOnItsWay={sending.length > 0} />
      ))}
      {sending.map((one) => (
        <OnItsWay key={one.id} one={one} queue={queue} />
      ))}
      <Pickers name={say(slot.title)} onFile={(file) => queue.add(file, slot.paper, slot.party)} />
    </li>
  )
}

function Pickers({ name, onFile }: { name: string; onFile: (file: File) => void }) {
  const words = useTranslations('apply')
  const id = useId()
  const take = (list: FileList | null) => {
    for (const file of list ?? []) onFile(file)
  }
  return (
    <div className="pickers">
      <label className="button wide" htmlFor={`${id}-camera`}>
        <Icon name="camera" />
        {words('camera')}
        <span className="unseen">{name}</span>
      </label>
      <input
        id={`${id}-camera`}
        className="unseen"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <label className="album" htmlFor={`${id}-album`}>
        {words('album')}
        <span className="unseen">{name}</span>
      </label>
      <input
        id={`${id}-album`}
        className="unseen"
        type="file"
        accept="image/*"
        multiple
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}

interface UploadedShape {
  upload: UploadProgress
  number: number
  code: string
  again: () => Promise<unknown>
  isOnItsWay: boolean
}

function Uploaded({ upload, number, code, again, isOnItsWay }: UploadedShape) {
  const words = useTranslations('apply')
  const { send, sending, error } = useSending()
  // One that is being sent has a row of its own.
  if (!upload.complete && isOnItsWay) return null
  return (
    <div className="photo">
      <span className={upload.complete ? 'small' : 'small red'}>
        {upload.complete ? words('photo', { number }) : words('broken')}
      </span>
      <button
        type="button"
        className="change"
        disabled={sending}
        onClick={() =>
          void send(async () => {
            await takeAway(code, upload.upload)
            await again()
          })
        }
      >
        {words('takeAway')}
      </button>
      <Said error={error} />
    </div>
  )
}

function OnItsWay({ one, queue }: { one: Sending; queue: Queue }) {
  const words = useTranslations('apply')
  if (one.state === 'failed') {
    return (
      <div className="photo failed">
        {one.error instanceof NoPhotoError ? (
          <p className="note red" role="alert">
            {words('noPicture')}
          </p>
        ) : (
          <Said error={one.error} />
        )}
        <button type="button" className="change" onClick={() => queue.again(one.id)}>
          {words('again')}
        </button>
        <button type="button" className="change" onClick={() => queue.drop(one.id)}>
          {words('takeAway')}
        </button>
      </div>
    )
  }
  const isPrepared = one.size > 0
  return (
    <div className="on-its-way">
      <progress className="progress" max={isPrepared ? one.size : 1} value={one.sent} aria-label={words('progress')} />
      <p className="small quiet" role="status">
        {one.state === 'waiting' && words('waiting')}
        {one.state === 'preparing' && words('preparing')}
        {one.state === 'sending' && words('sendingPart', { sent: megabytes(one.sent), size: megabytes(one.size) })}
      </p>
    </div>
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
