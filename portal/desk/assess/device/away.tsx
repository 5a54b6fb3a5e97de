// The desk read anew without a line: whoever was signed in in this tab goes on with what this device keeps for them, and
// is asked for nothing until somebody answers again.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHead } from '../../parts/page'
import { ME, OFFICE_KEY } from '../../session/state'
import { whoWasHere } from './open'

export function Away({ onKnown }: { onKnown: () => void }) {
  const queries = useQueryClient()
  const [unknown, setUnknown] = useState(false)
  useEffect(() => {
    void whoWasHere().then((known) => {
      if (!known) {
        setUnknown(true)
        return
      }
      queries.setQueryData(ME.queryKey, known.me)
      if (known.office) queries.setQueryData(OFFICE_KEY, known.office)
      onKnown()
    })
  }, [queries, onKnown])
  return unknown ? <NoLine /> : null
}

function NoLine() {
  const words = useTranslations('session')
  return (
    <main className="main" id="content">
      <PageHead title={words('noLine')} tab={words('noLine')} below={words('noLineHint')} />
      <button type="button" className="button primary" onClick={() => window.location.reload()}>
        {words('tryAgain')}
      </button>
    </main>
  )
}
