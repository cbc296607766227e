import jsQR from 'jsqr'

/** Longest side of the picture that is searched; a code filling half of it is still read. */
const SIDE = 640

export type CameraTrouble = 'noCamera' | 'notAllowed'

/**
 * Looks through the phone's camera for codes until it is stopped. Pictures are looked at and forgotten; nothing of them is kept.
 * @returns its stop, or why there is none
 */
export async function lookForCodes(
  video: HTMLVideoElement,
  seen: (text: string) => void,
): Promise<{ stop: () => void } | { trouble: CameraTrouble }> {
  if (!navigator.mediaDevices) return { trouble: 'noCamera' }
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
  } catch (why) {
    return {
      trouble: why instanceof DOMException && why.name === 'NotAllowedError' ? 'notAllowed' : 'noCamera',
    }
  }
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight, 1))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    if (pen && canvas.width > 0) {
      pen.drawImage(video, 0, 0, canvas.width, canvas.height)
      const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
      const code = jsQR(data, width, height, { inversionAttempts: 'dontInvert' })
      if (code) seen(code.data)
    }
    timer = setTimeout(look)
  }
  look()
  return {
    stop: () => {
      clearTimeout(timer)
      for (const track of stream.getTracks()) track.stop()
      video.srcObject = null
    },
  }
}
