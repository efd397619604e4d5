import {
  AmbientLight,
  Box3,
  DirectionalLight,
  Group,
  Mesh,
  MeshStandardMaterial,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
  type Object3D,
} from 'three';

const fieldOfView = 35;
const radiansPerPixel = 0.01;
const radiansPerKey = Math.PI / 12;
/** So far it may be tipped that nobody loses what is up. */
const mostTilt = Math.PI / 2;
const firstTilt = -Math.PI / 3;
const firstTurn = Math.PI / 6;

const turns: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whether this device draws in 3D at all. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/**
 * Shows a model and turns it as it is told; it never moves by itself, and draws only when something has changed.
 * @throws Error where the device cannot draw, see `canDraw`
 */
export class ModelScene {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(fieldOfView, 1, 0.1, 10_000);
  private readonly tilted = new Group();
  private readonly turned = new Group();
  private readonly material = new MeshStandardMaterial({ roughness: 0.75 });
  private readonly sizes: ResizeObserver;
  private readonly theme = matchMedia('(prefers-color-scheme: dark)');

  constructor(
    private readonly canvas: HTMLCanvasElement,
    model: Object3D,
  ) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.place(model);
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(canvas);
    this.theme.addEventListener('change', this.draw);
  }

  /** @param right pixels that the pointer went */
  turn(right: number, down: number): void {
    this.turned.rotation.z += right * radiansPerPixel;
    const tilt = this.tilted.rotation.x + down * radiansPerPixel;
    this.tilted.rotation.x = Math.min(0, Math.max(-mostTilt, tilt));
    this.draw();
  }

  /** @returns whether the key turns */
  turnByKey(key: string): boolean {
    const direction = turns[key];
    if (!direction) return false;
    const pixels = radiansPerKey / radiansPerPixel;
    this.turn(direction[0] * pixels, direction[1] * pixels);
    return true;
  }

  close(): void {
    this.sizes.disconnect();
    this.theme.removeEventListener('change', this.draw);
    this.scene.traverse((object) => object instanceof Mesh && object.geometry.dispose());
    this.material.dispose();
    this.renderer.dispose();
  }

  private place(model: Object3D): void {
    model.traverse((object) => {
      if (object instanceof Mesh) object.material = this.material;
    });
    const box = new Box3().setFromObject(model);
    const size = box.getSize(new Vector3()).length() || 1;
    model.position.sub(box.getCenter(new Vector3()));
    this.turned.add(model);
    this.turned.rotation.z = firstTurn;
    this.tilted.add(this.turned);
    this.tilted.rotation.x = firstTilt;
    this.camera.position.z = (size / 2 / Math.sin((fieldOfView * Math.PI) / 360)) * 1.05;
    this.camera.far = this.camera.position.z + size;
    this.camera.near = this.camera.far / 1000;
    const sun = new DirectionalLight(0xffffff, 2.2);
    sun.position.set(-1, 1.5, 2);
    this.scene.add(this.tilted, new AmbientLight(0xffffff, 1.1), sun);
  }

  private readonly draw = (): void => {
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.renderer.setPixelRatio(window.devicePixelRatio);
    this.renderer.setSize(clientWidth, clientHeight, false);
    this.camera.aspect = clientWidth / clientHeight;
    this.camera.updateProjectionMatrix();
    this.material.color.set(getComputedStyle(this.canvas).getPropertyValue('--lake').trim());
    this.renderer.render(this.scene, this.camera);
  };
}
