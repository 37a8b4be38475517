// A file that is dropped on the page is sent as if it had been chosen.
"use strict";

const target = document.getElementById("html");

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  target.classList.add("over");
});

document.addEventListener("dragleave", () => target.classList.remove("over"));

document.addEventListener("drop", (event) => {
  event.preventDefault();
  target.classList.remove("over");
  if (!event.dataTransfer.files.length) return;
  document.getElementById("file").files = event.dataTransfer.files;
  document.querySelector("form").requestSubmit();
});
