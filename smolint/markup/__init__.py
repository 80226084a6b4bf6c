"""What a draft's markup shows, in the terms of Vale's scopes: passages of text, each with the sections it lies in."""
