// A photo made ready on the device: turned as it was taken, at most so large, and drawn anew, so that nothing the
// camera wrote into it (place, time, device) is in what is sent.
const LONGEST_SIDE = 2400
const QUALITY = 0.85

/** Why a file is no photo that can be sent. */
export class NoPhotoError extends Error {
  override readonly name = 'NoPhotoError'
}

export async function shrink(file: Blob): Promise<Blob> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (cause) {
    throw new NoPhotoError('no picture', { cause })
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new NoPhotoError('nothing can be drawn')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const small = await new Promise<Blob | null>((ready) => canvas.toBlob(ready, 'image/jpeg', QUALITY))
  if (!small) throw new NoPhotoError('nothing was drawn')
  return small
}

export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
