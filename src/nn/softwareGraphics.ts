/**
 * Whether this browser computes WebGL on the processor, for want of a graphics device. Browsers that keep the name of
 * the device to themselves are taken to have one.
 */

/** Renderers in software: of Chromium, of Mesa, of Windows. https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/ */
const inSoftware = /swiftshader|llvmpipe|softpipe|software|basic render/i

/** The name of what computes WebGL here; null where there is no WebGL, or no name. */
function rendererName(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : null
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : null
}

export const softwareGraphics = (): boolean => inSoftware.test(rendererName() ?? '')
