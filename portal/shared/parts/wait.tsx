// How long to wait until the service may be asked again, counted down.
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

export function Wait({ seconds }: { seconds: number }) {
  const words = useTranslations('shared.problem')
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return left > 0 ? <p>{words('wait', { seconds: left })}</p> : null
}
