"""The body that shows a drill: skeleton, poses, motions, muscles."""
