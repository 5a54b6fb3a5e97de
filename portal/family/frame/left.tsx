// Where somebody is who left in a hurry: nothing on it says what was seen before.
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

export default function Left() {
  const words = useTranslations('frame')
  useEffect(() => {
    document.title = words('leftTitle')
  }, [words])
  return (
    <main className="page left">
      <h1 tabIndex={-1}>{words('left')}</h1>
      <p>{words('leftHint')}</p>
    </main>
  )
}
