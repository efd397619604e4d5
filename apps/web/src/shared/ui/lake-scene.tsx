import './lake-scene.css';

/** The view from Viitasaari's shore: decoration, in the colours of the theme. */
export function LakeScene() {
  return (
    <svg className="lake-scene" viewBox="0 0 1200 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <rect width="1200" height="150" fill="var(--scene-sky)" />
      <circle cx="905" cy="44" r="24" fill="var(--scene-sun)" />
      <path
        d="M0 104c90-44 170-52 260-22s150-34 250-40 150 40 250 36 150-46 240-34 140 30 200 34v34H0z"
        fill="var(--scene-hill-far)"
      />
      <path
        d="M0 112c70-22 130-26 190-8s90 8 140 4 110-20 180-8 120 14 190 10 140-24 230-14 190 20 270 8v18H0z"
        fill="var(--scene-hill-near)"
      />
      <rect y="114" width="1200" height="36" fill="var(--scene-water)" />
      <path
        d="M80 124h170M330 132h120M520 122h90M690 136h210M960 126h120M180 143h110M830 121h150"
        stroke="var(--scene-water-light)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
