// Where scans and photos are chosen from: the field, what is taken, and that none was chosen.
const TYPES = 'application/pdf,image/jpeg,image/png'

interface ScanFieldProps {
  id: string
  label: string
  hint: string
  /** What is said where nothing was chosen. */
  fault?: string | undefined
  multiple?: boolean
  onChosen: (files: File[]) => void
}

export function ScanField({ id, label, hint, fault, multiple, onChosen }: ScanFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <input
        id={id}
        type="file"
        multiple={multiple}
        accept={TYPES}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => onChosen([...(event.target.files ?? [])])}
      />
    </div>
  )
}
