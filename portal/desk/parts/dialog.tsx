// A dialog over the page: the browser's own, which keeps the focus inside and gives it back.
import { useEffect, useId, useRef, type ReactNode } from 'react'

/** Opens a dialog over everything, for as long as it is drawn; `onClose` where it may be put away. */
export function useModal(onClose?: () => void) {
  const place = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const dialog = place.current
    const open = () => {
      if (dialog && !dialog.open) dialog.showModal()
    }
    // The browser itself closes a dialog at an Escape, sometimes without asking: the page has to hear of it, or has it
    // stand there again where it may not go.
    const closed = () => {
      if (dialog?.open) return
      if (close.current) close.current()
      else open()
    }
    open()
    dialog?.addEventListener('close', closed)
    return () => {
      dialog?.removeEventListener('close', closed)
      dialog?.close()
    }
  }, [])
  return place
}

export function Dialog(props: { title: string; onClose?: () => void; wide?: boolean; children: ReactNode }) {
  const title = useId()
  const place = useModal(props.onClose)
  return (
    <dialog
      ref={place}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose?.()
      }}
    >
      <h2 id={title}>{props.title}</h2>
      {props.children}
    </dialog>
  )
}
