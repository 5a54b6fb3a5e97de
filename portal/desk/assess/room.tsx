// The room round all pages of an assessor: it opens the device before anything can be written, says what lies there and
// how old what is shown may be, and brings it to the service as soon as there is a line.
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CaseView } from '../case/read'
import { useDays } from '../parts/days'
import { useMe, useOffice, useStanding } from '../session/state'
import { BRING } from './away'
import { deliverAll } from './device/delivery'
import { allDrafts, strandedDrafts, useDraftCount, type Draft } from './device/drafts'
import { installDesk } from './device/install'
import { keepCopy, useCopyOf } from './device/kept'
import { useOnline } from './device/network'
import { openDevice } from './device/open'
import { bringWaiting } from './device/sending'
import { useWaiting } from './device/waiting'
import { showTask, TASKS_COPY } from './read'
import './assess.css'

const TRIES_AGAIN_AFTER = 20_000
/** For so long nothing was read before the desk is put on the device. */
const READ_FIRST = 3000

export function Room() {
  const me = useMe()
  const [opened, setOpened] = useState<{ of: string; keeps: boolean }>()
  useEffect(() => {
    if (!me) return
    let wanted = true
    void openDevice(me).then((keeps) => {
      if (wanted) setOpened({ of: me.id, keeps })
    })
    return () => {
      wanted = false
    }
  }, [me])
  if (!me || opened?.of !== me.id) return null
  return <Opened keeps={opened.keeps} />
}

function Opened({ keeps }: { keeps: boolean }) {
  const office = useOffice()
  useEffect(() => {
    if (office) void keepCopy('office', office)
  }, [office])
  useDelivery()
  useInstallation(keeps)
  return (
    <>
      <Line keeps={keeps} />
      <Outlet />
    </>
  )
}

/** The desk is put on the device for later pages, so that the one that is open is read first. */
function useInstallation(keeps: boolean): void {
  const reads = useIsFetching() > 0
  const begun = useRef(false)
  useEffect(() => {
    if (!keeps || reads || begun.current) return
    const timer = setTimeout(() => {
      begun.current = true
      void installDesk()
    }, READ_FIRST)
    return () => clearTimeout(timer)
  }, [keeps, reads])
}

/** What lies on this device is brought when one comes in, when a line comes back or a session that had ended, and again
 *  while nobody answers: what was done before the sheets, which speak of it. */
function useDelivery(): void {
  const me = useMe()
  const standing = useStanding()
  const today = useOffice()?.today
  const queries = useQueryClient()
  useEffect(() => {
    if (!me || standing === 'out') return
    const show = (id: string, view: CaseView) => showTask(queries, id, view)
    let work = Promise.resolve()
    const bring = (which: () => Draft[]) => {
      if (!navigator.onLine) return
      // One after the other: what is on its way is not sent a second time.
      work = work.then(() => bringWaiting(show)).then(() => deliverAll(which(), { rater: me.id, today, show }))
    }
    const bringAll = () => bring(allDrafts)
    const bringLeft = () => bring(strandedDrafts)
    bringAll()
    window.addEventListener('online', bringAll)
    window.addEventListener(BRING, bringLeft)
    const timer = setInterval(bringLeft, TRIES_AGAIN_AFTER)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', bringAll)
      window.removeEventListener(BRING, bringLeft)
    }
  }, [me, standing, today, queries])
}

/** The state of the line, in words: what is kept here, or that nothing can be. */
function Line({ keeps }: { keeps: boolean }) {
  const words = useTranslations('assess')
  const { instant } = useDays()
  const online = useOnline()
  const sheets = useDraftCount()
  const waiting = useWaiting()
  const photos = waiting.filter(({ wanted }) => wanted.is === 'photo').length
  const stuck = waiting.filter(({ standing }) => standing !== 'waits').length
  const kept = { sheets, acts: waiting.length - photos, photos }
  const copy = useCopyOf(TASKS_COPY)
  const failed = useNotKept()
  return (
    <div role="status" className="line">
      {!online && <p className="tag amber">{words('offline', { count: sheets + waiting.length, ...kept })}</p>}
      {online && waiting.length > 0 && <p className="tag amber">{words('toSend', kept)}</p>}
      {waiting.length > 0 && <Link to="/tasks/waiting">{words(stuck > 0 ? 'lookAtStuck' : 'lookAtWaiting', { count: stuck })}</Link>}
      {copy && <p className="small quiet">{words('copyOf', { at: instant(copy) })}</p>}
      {(!keeps || failed) && <p className="note amber">{words('keepsNothing')}</p>}
    </div>
  )
}

function useNotKept(): boolean {
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const fail = () => setFailed(true)
    window.addEventListener('guijia-not-kept', fail)
    return () => window.removeEventListener('guijia-not-kept', fail)
  }, [])
  return failed
}
